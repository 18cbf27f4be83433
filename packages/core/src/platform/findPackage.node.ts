import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The keys of an `exports` map that count when a module is imported in Node. */
const conditions: readonly string[] = ['node', 'import', 'module-sync', 'default']

/**
 * The address of a package that the running program depends on; nothing when it has none of that name. Node itself
 * would look among our own dependencies only: where packages are linked (pnpm) those of the program are not there.
 *
 * @param folder where the program stands; its `node_modules` and those above it are searched
 */
export function findPackage(name: string, folder: string): string | undefined {
  const require = createRequire(join(folder, 'program.js'))
  const homes = (require.resolve.paths(name) ?? []).map((home) => join(home, name))
  const home = homes.find((candidate) => existsSync(join(candidate, 'package.json')))
  const entry = home === undefined ? undefined : readEntry(home)
  if (home !== undefined && entry !== undefined) return pathToFileURL(join(home, entry)).href
  try {
    return pathToFileURL(require.resolve(name)).href
  } catch {
    return undefined
  }
}

/** The module that a package's `exports` name for importing; `require` knows all the other ways. */
function readEntry(home: string): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const exports = read(manifest, 'exports')
  return pickTarget(read(exports, '.') ?? exports)
}

function pickTarget(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  if (typeof target !== 'object' || target === null) return undefined
  const choices = Object.entries(target).filter(([key]) => Array.isArray(target) || conditions.includes(key))
  for (const [, choice] of choices) {
    const picked = pickTarget(choice)
    if (picked !== undefined) return picked
  }
  return undefined
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
