import { Engine } from './Engine.ts'
import type { ToEngine } from './EngineMessage.ts'

const engine = new Engine((message) => self.postMessage(message))
self.addEventListener('message', (event: MessageEvent<ToEngine>) => engine.receive(event.data))
