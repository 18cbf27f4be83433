import { build, defaultClientConditions, type Plugin } from 'vite'
import { zodWithoutEval } from './zodWithoutEval.ts'

/** What a plugin beside the app imports: a name that stays the same from build to build. */
const FILE_NAME = 'petal-plugin-api.js'
const ENTRY = '@petal/core/plugin'

/**
 * Puts `petal-plugin-api.js` beside the built app: a file of its own, complete in itself, so that page and worker can
 * import it and the app's own chunks stay as small as they are.
 */
export function pluginApiPlugin(): Plugin {
  return {
    name: 'petal-plugin-api',
    configureServer(server) {
      server.middlewares.use(`/${FILE_NAME}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript')
        response.end(`export { defineStep, exit, z } from '/@id/${ENTRY}'\n`)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: await bundleApi() })
    },
  }
}

async function bundleApi(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [zodWithoutEval()],
    resolve: { conditions: ['@petal/source', ...defaultClientConditions] },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  const chunk = result && 'output' in result ? result.output.find((file) => file.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error(`${FILE_NAME} could not be built.`)
  return chunk.code
}
