import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'

/** Beside the page, so that it may answer for the page and everything below it. */
const FILE_NAME = 'sw.js'
const ENTRY = 'src/offline/worker/sw.ts'
const PAGE = 'index.html'

/**
 * Not fetched ahead: programs of models that run in the page, each larger than all the rest, and what a plugin imports.
 * They are kept once they were used. What only servers and debuggers read is left out, too.
 */
const fetchedLater = /^(assets\/(ort-wasm|loadWebLLM|loadTransformers)|petal-plugin-api\.js$)/
const never = /\.map$|^headers\.json$|^sw\.js$/

/**
 * Puts the worker that lets the app open without a network beside the built app. It is made last, of what then lies in
 * the folder: with another content it is another worker, and browsers offer the new version.
 */
export function offlinePlugin(): Plugin {
  let outDir = ''
  let root = ''
  return {
    name: 'petal-offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
      outDir = resolve(root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const all = await listFiles(outDir)
        const files = all.filter((path) => !fetchedLater.test(path))
        const version = await hashOf(outDir, all)
        const values = { files, later: all.filter((path) => fetchedLater.test(path)), version }
        await writeFile(join(outDir, FILE_NAME), await bundleWorker(join(root, ENTRY), values))
      },
    },
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !never.test(path))
      // By the address that people open: some servers send another one on its way, which may not be kept.
      .map((path) => (path === PAGE ? '' : path))
      .sort()
  )
}

async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(join(folder, file || PAGE)))
  return hash.digest('hex').slice(0, 16)
}

/** A classic script in one piece: not every browser takes modules here. */
async function bundleWorker(
  input: string,
  {
    files,
    later,
    version,
  }: { readonly files: readonly string[]; readonly later: readonly string[]; readonly version: string },
): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      __PETAL_FILES__: JSON.stringify(files),
      __PETAL_LATER__: JSON.stringify(later),
      __PETAL_VERSION__: JSON.stringify(version),
    },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  const chunk = result && 'output' in result ? result.output.find((file) => file.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error(`${FILE_NAME} could not be built.`)
  return chunk.code
}
