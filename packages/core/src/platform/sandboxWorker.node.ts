import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { SandboxJob } from '../sandbox/SandboxPort.ts'
import { serveSandbox } from '../sandbox/serveSandbox.ts'

// The entry of Node's sandbox worker thread.
const serve = serveSandbox(
  async () => {
    const path = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
    return WebAssembly.compile(await readFile(path))
  },
  (reply) => parentPort?.postMessage(reply),
)

parentPort?.on('message', (job: SandboxJob) => void serve(job))
