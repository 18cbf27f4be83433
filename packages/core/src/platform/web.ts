import { AgentError } from '../errors/AgentError.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { createWorkerSandbox } from '../sandbox/createWorkerSandbox.ts'
import type { SandboxPort, SandboxReply } from '../sandbox/SandboxPort.ts'
import type { Platform } from './Platform.ts'
import { trustWorkers } from './trustWorkers.ts'

function openWorker(): SandboxPort {
  // Bundlers find the worker by this very spelling, so the trusted constructor has to go by the plain name.
  const Worker = trustWorkers()
  // The extension is .js because that is the file's name once built; from source Vite finds the .ts file.
  const worker = new Worker(new URL('../sandbox/sandbox.worker.js', import.meta.url), { type: 'module' })
  return {
    post: (job) => worker.postMessage(job),
    listen: (onReply, onFault) => {
      worker.onmessage = (event: MessageEvent<SandboxReply>) => onReply(event.data)
      worker.onerror = (event) => onFault(event.message || word('its script could not be loaded'))
      worker.onmessageerror = () => onFault(word('a message could not be read'))
    },
    setBusy: () => undefined,
    terminate: () => worker.terminate(),
  }
}

const sandbox = createWorkerSandbox(openWorker)

function unavailable(what: Wording): AgentError {
  return new AgentError(
    'code.unavailable',
    word('{what} is possible in Node only. In a browser give the module itself, or a record of lazy modules.', {
      what,
    }),
  )
}

const platform: Platform = {
  createSandbox: () => sandbox,
  importModule: async (specifier) => {
    throw unavailable(word('Importing "{specifier}" by name', { specifier }))
  },
  listModules: async (folder) => {
    throw unavailable(word('Reading the folder "{folder}"', { folder }))
  },
}

/** The platform of pages and workers. See `Platform`. */
export const { createSandbox, importModule, listModules } = platform
