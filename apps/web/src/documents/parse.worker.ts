import type { ParseMessage, ParseOrder } from './ParseMessage.ts'
import { parseFile } from './parseFile.ts'

self.addEventListener(
  'message',
  (event: MessageEvent<ParseOrder>) => {
    parseFile(event.data, (message: ParseMessage) => self.postMessage(message))
  },
  // A library may listen here too, once it is loaded.
  { once: true },
)
