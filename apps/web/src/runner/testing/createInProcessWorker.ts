import type { PageEngine } from '../../page-models/PageEngine.ts'
import { createPageModelsDesk } from '../createPageModelsDesk.ts'
import { Engine } from '../Engine.ts'
import type { FromEngineWorker, ToEngine } from '../EngineMessage.ts'
import type { EngineListener } from '../EngineWorker.ts'

/**
 * The engine in place of its worker: what crosses is cloned, as it is between threads.
 *
 * @param pageModels what answers when the engine asks a model of the page
 */
export function createInProcessWorker(pageModels?: () => Promise<PageEngine>) {
  const made: { listener: EngineListener; terminated: boolean; told: ToEngine[] }[] = []
  const create = (listener: EngineListener) => {
    const entry = { listener, terminated: false, told: [] as ToEngine[] }
    made.push(entry)
    const desk = pageModels && createPageModelsDesk(pageModels, (message) => tell({ type: 'page-models', message }))
    const engine = new Engine((message: FromEngineWorker) => {
      const copy = structuredClone(message)
      if (copy.type === 'page-models') desk?.receive(copy.message)
      else if (!entry.terminated) listener.onMessage(copy)
    })
    const tell = (message: ToEngine) => {
      const copy = structuredClone(message)
      entry.told.push(copy)
      engine.receive(copy)
    }
    return {
      tell,
      terminate() {
        entry.terminated = true
        desk?.close()
      },
    }
  }
  return { made, create }
}
