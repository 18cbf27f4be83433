import { createRequire } from 'node:module'

/**
 * Arguments with which a worker thread of Node can run these TypeScript sources as they stand, for tests without a
 * build. Newer versions of Node do so by themselves; older ones get the compiler's own type stripping. The built
 * package never comes here.
 */
export function sourceLoaderArguments(): string[] {
  if ('typescript' in process.features) return []
  const compiler = createRequire(import.meta.url).resolve('typescript')
  const hooks = `
    import { readFile } from 'node:fs/promises'
    import { createRequire } from 'node:module'
    const { transpileModule } = createRequire(${JSON.stringify(import.meta.url)})(${JSON.stringify(compiler)})
    const compilerOptions = { module: 99, target: 10 }
    export const load = async (url, context, next) => {
      if (!url.endsWith('.ts')) return next(url, context)
      const source = await readFile(new URL(url), 'utf8')
      return { format: 'module', shortCircuit: true, source: transpileModule(source, { compilerOptions }).outputText }
    }`
  const toUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`
  return ['--import', toUrl(`import { register } from 'node:module'; register(${JSON.stringify(toUrl(hooks))})`)]
}
