/** One version of the app: the files it is made of, by their addresses below `scope`. */
export interface Version {
  readonly name: string
  readonly files: readonly string[]
  /** Files that are kept once they were used. */
  readonly later: readonly string[]
  readonly scope: string
}

const fewAtOnce = 6

/** Where a version is kept. Each address of the app has its own: others of one origin are none of its business. */
export function cacheName({ name, scope }: Pick<Version, 'name' | 'scope'>): string {
  return prefixOf(scope) + name
}

/** Where that is kept which was used and is in no version's list: programs of models, plugins. */
export function usedCache({ scope }: Pick<Version, 'scope'>): string {
  return `petal-used ${scope}`
}

function prefixOf(scope: string): string {
  return `petal-app ${scope} `
}

/** Addresses with the hash of their content in them: what was fetched once is the same for ever. */
export function isHashed(path: string): boolean {
  return path.startsWith('assets/')
}

/** Fetches a whole version, or nothing of it: what earlier versions have fetched is taken from them. */
export async function fetchVersion(version: Version): Promise<void> {
  const cache = await caches.open(cacheName(version))
  const waiting = [...version.files]
  const fetchOne = async (path: string): Promise<void> => {
    const url = new URL(path, version.scope).href
    const known = isHashed(path) ? await caches.match(url) : undefined
    const response = known ?? (await fetch(new Request(url, { cache: isHashed(path) ? 'default' : 'reload' })))
    if (!response.ok) throw new Error(`${path} could not be fetched: ${response.status}`)
    await cache.put(url, response)
  }
  const fetchOnes = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await fetchOne(path)
  }
  await Promise.all(Array.from({ length: fewAtOnce }, fetchOnes))
}

/** Keeps the version that answered before this one: a tab that still runs it may need more of its parts. */
export async function dropOldVersions(version: Version): Promise<void> {
  const own = cacheName(version)
  const before = await takeTurn(version, own)
  const names = (await caches.keys()).filter((name) => name.startsWith(prefixOf(version.scope)))
  await Promise.all(names.filter((name) => name !== own && name !== before).map((name) => caches.delete(name)))
  await dropOldParts(version)
}

/** Notes that this version answers from now on, and gives the one that did so far. Others were fetched, but never ran. */
async function takeTurn({ scope }: Version, own: string): Promise<string | undefined> {
  const cache = await caches.open(usedCache({ scope }))
  const note = new URL('petal-answers', scope).href
  const before = await (await cache.match(note))?.text()
  await cache.put(note, new Response(own))
  return before
}

/** Programs of models that another version used: they are large. */
async function dropOldParts(version: Version): Promise<void> {
  const { later, scope } = version
  const cache = await caches.open(usedCache(version))
  const kept = new Set(later.map((path) => new URL(path, scope).href))
  const old = (await cache.keys()).filter(({ url }) => isHashed(url.slice(scope.length)) && !kept.has(url))
  await Promise.all(old.map((request) => cache.delete(request)))
}
