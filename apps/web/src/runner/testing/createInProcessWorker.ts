import { Engine } from '../Engine.ts'
import type { FromEngine, ToEngine } from '../EngineMessage.ts'
import type { EngineListener } from '../EngineWorker.ts'

/** The engine in place of its worker: what crosses is cloned, as it is between threads. */
export function createInProcessWorker() {
  const made: { listener: EngineListener; terminated: boolean; told: ToEngine[] }[] = []
  const create = (listener: EngineListener) => {
    const entry = { listener, terminated: false, told: [] as ToEngine[] }
    made.push(entry)
    const engine = new Engine((message: FromEngine) => {
      const copy = structuredClone(message)
      if (!entry.terminated) listener.onMessage(copy)
    })
    return {
      tell(message: ToEngine) {
        const copy = structuredClone(message)
        entry.told.push(copy)
        engine.receive(copy)
      },
      terminate() {
        entry.terminated = true
      },
    }
  }
  return { made, create }
}
