import { runInQuickJS } from './runInQuickJS.ts'
import type { SandboxJob, SandboxReply } from './SandboxPort.ts'

/**
 * The worker's side: gives a function that runs a job and reports on it. The engine is compiled once, and instantiated
 * anew for each job; where it cannot be loaded as the platform would, its package loads it in its own way.
 */
export function serveSandbox(
  compileEngine: () => Promise<WebAssembly.Module>,
  reply: (reply: SandboxReply) => void,
): (job: SandboxJob) => Promise<void> {
  let engine: Promise<WebAssembly.Module | undefined> | undefined
  return async (job) => {
    engine ??= compileEngine().catch(() => undefined)
    const { id } = job
    const listener = {
      onStart: () => reply({ id, type: 'start' }),
      onLog: (level: 'debug' | 'info' | 'warning' | 'error', text: string) => reply({ id, type: 'log', level, text }),
    }
    reply({ id, type: 'end', outcome: await runInQuickJS(job, listener, await engine) })
  }
}
