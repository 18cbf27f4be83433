import { createEngine } from './createEngine.ts'
import type { ToEngine } from './EngineMessage.ts'

const engine = createEngine((message) => self.postMessage(message))
self.addEventListener('message', (event: MessageEvent<ToEngine>) => engine.receive(event.data))
