import { runInQuickJS } from './runInQuickJS.ts'
import type { SandboxJob, SandboxReply } from './SandboxPort.ts'

/** The worker's side: runs a job and reports on it. */
export async function serveSandbox(job: SandboxJob, reply: (reply: SandboxReply) => void): Promise<void> {
  const { id } = job
  const outcome = await runInQuickJS(job, {
    onStart: () => reply({ id, type: 'start' }),
    onLog: (level, text) => reply({ id, type: 'log', level, text }),
  })
  reply({ id, type: 'end', outcome })
}
