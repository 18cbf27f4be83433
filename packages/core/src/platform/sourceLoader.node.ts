import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let prepared: string[] | undefined

/**
 * Arguments with which a worker thread of Node can run these TypeScript sources as they stand, for tests without a
 * build. Newer versions of Node do so by themselves; older ones get what the compiler makes of the entry and of all it
 * imports. The built package never comes here.
 */
export function sourceLoaderArguments(entry: URL): string[] {
  if ('typescript' in process.features) return []
  prepared ??= ['--import', toModule(`import { register } from 'node:module'; register(${toHooks(entry)})`)]
  return prepared
}

const toModule = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`

function toHooks(entry: URL): string {
  const sources = JSON.stringify(compile(entry))
  const hooks = `const sources = ${sources}
    export const load = (url, context, next) =>
      Object.hasOwn(sources, url) ? { format: 'module', shortCircuit: true, source: sources[url] } : next(url, context)`
  return JSON.stringify(toModule(hooks))
}

/** The JavaScript of a module and of everything it imports by a relative path, by address. */
function compile(entry: URL): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url)
  // The compiler is a dependency of the development only, so it must not be imported at the top.
  const { transpileModule, ModuleKind, ScriptTarget } = require('typescript') as typeof import('typescript')
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 }
  const sources: Record<string, string> = {}
  const waiting = [entry]
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    const { href } = url
    if (Object.hasOwn(sources, href)) continue
    const { outputText } = transpileModule(readFileSync(url, 'utf8'), { compilerOptions })
    sources[href] = outputText
    for (const [, path] of outputText.matchAll(/from '(\.{1,2}\/[^']+\.ts)'/g)) waiting.push(new URL(path ?? '', href))
  }
  return sources
}
