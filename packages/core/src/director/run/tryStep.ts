import type { RetryConfig } from '../../config/AgentConfig.ts'
import { AgentError } from '../../errors/AgentError.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import type { StepExecution } from './StepExecution.ts'
import { toAgentError } from './toAgentError.ts'

const LONGEST_WAIT_MS = 8000

/**
 * Makes a try, and further ones after a fault that may pass: at most `retry.maxRetries`, each after a wait, each with
 * one `step-retry` event. Rejects with the last fault as an `AgentError`, or at once when the signal aborts.
 *
 * What failed within an agent that the step called was tried again there, as that agent says: only a step with retries
 * of its own lets the whole of it run once more.
 */
export async function tryStep<Result>(
  execution: StepExecution,
  attempt: () => Promise<Result>,
  getSignal: () => AbortSignal,
): Promise<Result> {
  const { step, session } = execution
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (thrown) {
      const fault = toAgentError(thrown, step)
      const isMine = !execution.isFaultWithin(thrown) || hasOwnRetry(execution)
      if (!fault.retryable || !isMine || tries > step.retry.maxRetries) throw withTries(fault, tries)
      const waitMs = pickWait(step.retry, tries, session.services.random)
      execution.emit({ type: 'step-retry', attempt: tries + 1, waitMs, problem: fault.toProblem() })
      await wait(waitMs, getSignal())
    }
  }
}

/** True for a step whose own settings say how often it is tried, not its agent's. */
function hasOwnRetry({ step, session }: StepExecution): boolean {
  return session.plan.agent.steps.some(({ id, retry }) => id === step.id && retry !== undefined)
}

/** Exponential with full jitter, so that many clients do not come back at the same moment. */
function pickWait({ backOff, waitMs }: RetryConfig, tries: number, random: () => number): number {
  if (backOff === 'fixed') return waitMs
  return Math.round(random() * Math.min(Math.max(LONGEST_WAIT_MS, waitMs), waitMs * 2 ** (tries - 1)))
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    if (milliseconds === 0) return resolve()
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}

function withTries(fault: AgentError, tries: number): AgentError {
  if (tries === 1) return fault
  const { code, stepId, path, detail, problems, retryable, cause } = fault
  return new AgentError(code, wordingOf(fault), {
    problems,
    // It may still pass: a step that calls this agent decides for itself.
    retryable,
    detail: { ...detail, tries },
    ...(stepId === undefined ? {} : { stepId }),
    ...(path === undefined ? {} : { path }),
    ...(cause === undefined ? {} : { cause }),
  })
}
