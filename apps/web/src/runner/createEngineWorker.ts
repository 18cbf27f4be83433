import type { FromEngine } from './EngineMessage.ts'
import type { EngineListener, EngineWorker } from './EngineWorker.ts'
import engineUrl from './engine.worker.ts?worker&url'
import { trustedWorkerUrl } from './trustedWorkerUrl.ts'

/** Makes the engine's worker. It loads nothing but itself until it is told to. */
export function createEngineWorker(listener: EngineListener): EngineWorker {
  const worker = new Worker(trustedWorkerUrl(engineUrl), { type: 'module', name: 'petal-engine' })
  worker.addEventListener('message', (event: MessageEvent<FromEngine>) => listener.onMessage(event.data))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    listener.onCrash(event.message || 'its program could not be loaded')
  })
  worker.addEventListener('messageerror', () => listener.onCrash('it sent something that cannot be read'))
  return {
    tell: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  }
}
