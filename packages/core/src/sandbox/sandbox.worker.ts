import type { SandboxJob } from './SandboxPort.ts'
import { serveSandbox } from './serveSandbox.ts'

// The entry of the browser's sandbox worker. Only its owner can post to it. Bundlers resolve the package's file.
const serve = serveSandbox(
  () => WebAssembly.compileStreaming(fetch(new URL('@jitl/quickjs-wasmfile-release-sync/wasm', import.meta.url))),
  (reply) => self.postMessage(reply),
)

self.onmessage = (event: MessageEvent<SandboxJob>) => void serve(event.data)
