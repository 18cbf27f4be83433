import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { createWorkerSandbox } from '../sandbox/createWorkerSandbox.ts'
import type { SandboxPort, SandboxReply } from '../sandbox/SandboxPort.ts'
import { findPackage } from './findPackage.node.ts'
import type { Platform } from './Platform.ts'
import { sourceLoaderArguments } from './sourceLoader.node.ts'

function openWorker(): SandboxPort {
  const fromSource = import.meta.url.endsWith('.ts')
  const entry = new URL(fromSource ? './sandboxWorker.node.ts' : './sandboxWorker.node.js', import.meta.url)
  const worker = new Worker(entry, {
    execArgv: fromSource ? sourceLoaderArguments(entry) : [],
    // Nothing of this process is for the worker: it sees no environment variables and no arguments.
    env: {},
    argv: [],
    stdin: false,
  })
  return {
    post: (job) => worker.postMessage(job),
    listen: (onReply, onFault) => {
      worker.removeAllListeners()
      worker.on('message', (reply: SandboxReply) => onReply(reply))
      worker.on('error', (error) => onFault(error.message))
      worker.on('exit', () => onFault(word('it ended by itself')))
    },
    setBusy: (busy) => (busy ? worker.ref() : worker.unref()),
    terminate: () => void worker.terminate(),
  }
}

const sandbox = createWorkerSandbox(openWorker)

const isFile = (specifier: string): boolean => /^(\.{1,2}[/\\]|[/\\]|[A-Za-z]:[/\\])/.test(specifier)

/** The address to import: a path as it is, a package as the program finds it, or else as Node finds it from here. */
function toAddress(specifier: string): string {
  if (isFile(specifier)) return pathToFileURL(resolve(specifier)).href
  return /^[a-z]{2,}:/.test(specifier) ? specifier : (findPackage(specifier, process.cwd()) ?? specifier)
}

const platform: Platform = {
  createSandbox: () => sandbox,
  async importModule(specifier) {
    // Vite must leave this to Node: the name is known only at run time.
    return (await import(/* @vite-ignore */ toAddress(specifier))) as Readonly<Record<string, unknown>>
  },
  async listModules(folder) {
    const path = folder.startsWith('file:') ? fileURLToPath(folder) : resolve(folder)
    try {
      const entries = await readdir(path, { withFileTypes: true })
      const names = entries.filter((entry) => entry.isFile() && /\.m?js$/.test(entry.name)).map((entry) => entry.name)
      return names.sort().map((name) => pathToFileURL(resolve(path, name)).href)
    } catch (error) {
      throw new AgentError('build.plugin', `The folder "${folder}" cannot be read.`, { cause: error })
    }
  },
}

/** The platform of Node. See `Platform`. */
export const { createSandbox, importModule, listModules } = platform
