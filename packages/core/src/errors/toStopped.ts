import { AgentError } from './AgentError.ts'

/** The fault for work that was stopped on request: the reason itself when it is one of ours, else `run.stopped`. */
export function toStopped(signal: AbortSignal): AgentError {
  const { reason } = signal
  return AgentError.isInstance(reason) ? reason : new AgentError('run.stopped', 'Stopped.', { cause: reason })
}
