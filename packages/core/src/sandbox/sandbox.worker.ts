import type { SandboxJob } from './SandboxPort.ts'
import { serveSandbox } from './serveSandbox.ts'

// The entry of the browser's sandbox worker. Only its owner can post to it.
self.onmessage = (event: MessageEvent<SandboxJob>) => {
  void serveSandbox(event.data, (reply) => self.postMessage(reply))
}
