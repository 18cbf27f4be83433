import type { FromEngine, ToEngine } from './EngineMessage.ts'
import engineUrl from './engine.worker.ts?worker&url'
import { trustedWorkerUrl } from './trustedWorkerUrl.ts'

/** The engine as the page sees it: something that can be told, heard and ended. */
export interface EngineWorker {
  tell(message: ToEngine): void
  terminate(): void
}

export interface EngineListener {
  onMessage(message: FromEngine): void
  /** The engine is lost; `text` says why, as far as the browser tells. */
  onCrash(text: string): void
}

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
