import { t } from '@petal/ui/language'
import type { PageEngine } from '../page-models/PageEngine.ts'
import { createPageModelsDesk } from './createPageModelsDesk.ts'
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
  const desk = createPageModelsDesk(pageModels, (message) => tell({ type: 'page-models', message }))
  worker.addEventListener('message', ({ data }: MessageEvent<FromEngineWorker>) => {
    if (data.type === 'page-models') desk.receive(data.message)
    else listener.onMessage(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    listener.onCrash(event.message || t('its program could not be loaded'))
  })
  worker.addEventListener('messageerror', () => listener.onCrash(t('it sent something that cannot be read')))
  return {
    tell,
    terminate() {
      worker.terminate()
      desk.close()
    },
  }
}
