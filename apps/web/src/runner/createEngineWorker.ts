import type { PageEngine } from '../page-models/PageEngine.ts'
import type { ToPageEngine } from '../page-models/PageEngineMessage.ts'
import type { FromEngineWorker, ToEngine } from './EngineMessage.ts'
import type { EngineListener, EngineWorker } from './EngineWorker.ts'
import engineUrl from './engine.worker.ts?worker&url'
import { trustedWorkerUrl } from './trustedWorkerUrl.ts'

/**
 * Makes the engine's worker. It loads nothing but itself until it is told to.
 *
 * @param pageModels what answers when the engine asks a model of the page
 */
export function createEngineWorker(pageModels: () => Promise<PageEngine>, listener: EngineListener): EngineWorker {
  const worker = new Worker(trustedWorkerUrl(engineUrl), { type: 'module', name: 'petal-engine' })
  const tell = (message: ToEngine): void => worker.postMessage(message)
  const desk = createDesk(pageModels, tell)
  worker.addEventListener('message', ({ data }: MessageEvent<FromEngineWorker>) => {
    if (data.type === 'page-models') desk.receive(data.message)
    else listener.onMessage(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    listener.onCrash(event.message || 'its program could not be loaded')
  })
  worker.addEventListener('messageerror', () => listener.onCrash('it sent something that cannot be read'))
  return {
    tell,
    terminate() {
      worker.terminate()
      desk.close()
    },
  }
}

/** The desk of the page's models, which is fetched with the first question to one. */
function createDesk(pageModels: () => Promise<PageEngine>, tell: (message: ToEngine) => void) {
  const open = async () => {
    const [engine, { PageEngineDesk }] = await Promise.all([pageModels(), import('../page-models/PageEngineDesk.ts')])
    return new PageEngineDesk(engine, (message) => tell({ type: 'page-models', message }))
  }
  let opened: ReturnType<typeof open> | undefined
  return {
    async receive(message: ToPageEngine) {
      opened ??= open()
      await (await opened).receive(message)
    },
    async close() {
      const desk = await opened
      desk?.close()
    },
  }
}
