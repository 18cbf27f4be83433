import { word } from '../language/word.ts'
import { AgentError } from './AgentError.ts'

/**
 * The fault for work that its signal ended: the signal's reason itself when it is one of ours, `run.timeout` when a
 * timer ended it, else `run.stopped`.
 */
export function toStopped(signal: AbortSignal): AgentError {
  const { reason } = signal
  if (AgentError.isInstance(reason)) return reason
  if (reason instanceof DOMException && reason.name === 'TimeoutError') {
    return new AgentError('run.timeout', word('Stopped: it took too long.'), { cause: reason })
  }
  return new AgentError('run.stopped', word('Stopped.'), { cause: reason })
}
