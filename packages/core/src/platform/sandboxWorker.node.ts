import { parentPort } from 'node:worker_threads'
import type { SandboxJob } from '../sandbox/SandboxPort.ts'
import { serveSandbox } from '../sandbox/serveSandbox.ts'

// The entry of Node's sandbox worker thread.
parentPort?.on('message', (job: SandboxJob) => {
  void serveSandbox(job, (reply) => parentPort?.postMessage(reply))
})
