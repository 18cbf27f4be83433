import { cacheName, isHashed, usedCache, type Version } from './versions.ts'

/** The answer to a request of the page; undefined for what the network answers alone: models, servers, all the rest. */
export function answer(request: Request, version: Version): Promise<Response> | undefined {
  if (request.method !== 'GET' || !request.url.startsWith(version.scope)) return undefined
  const path = pathOf(request.url, version.scope)
  if (request.mode === 'navigate') return path === '' || path === 'index.html' ? fromVersion('', version) : undefined
  if (path.startsWith('plugins/') || path === 'petal-plugin-api.js') return newest(request, version)
  if (version.files.includes(path)) return fromVersion(path, version)
  return isHashed(path) ? keptOnUse(request, version) : undefined
}

function pathOf(url: string, scope: string): string {
  const { origin, pathname } = new URL(url)
  return decodeURIComponent(`${origin}${pathname}`.slice(scope.length))
}

async function fromVersion(path: string, version: Version): Promise<Response> {
  const url = new URL(path, version.scope).href
  const cache = await caches.open(cacheName(version))
  return (await cache.match(url)) ?? fetch(url)
}

/** Parts of an earlier version that a tab still runs, and large ones that are not fetched ahead. */
async function keptOnUse(request: Request, version: Version): Promise<Response> {
  const known = await caches.match(request.url)
  if (known !== undefined) return known
  const response = await fetch(request)
  // A server that answers what it does not know with the page must not put that in a part's place for ever.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
  if (response.ok && !isPage) await keep(request, response, version)
  return response
}

/** What may be another one tomorrow: asked for anew, and as it was last time where there is no network. */
async function newest(request: Request, version: Version): Promise<Response> {
  try {
    const response = await fetch(request)
    if (response.ok) await keep(request, response, version)
    return response
  } catch (fault) {
    const known = await caches.match(request.url)
    if (known !== undefined) return known
    throw fault
  }
}

/** A full store is no reason to fail. */
async function keep(request: Request, response: Response, version: Version): Promise<void> {
  const copy = response.clone()
  await caches
    .open(usedCache(version))
    .then((cache) => cache.put(request.url, copy))
    .catch(() => undefined)
}
