import { AgentError } from '../../errors/AgentError.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import type { PlannedStep } from '../AgentPlan.ts'

/** Whatever was thrown, as an `AgentError` that names the step. Strings and other values thrown count as their text. */
export function toAgentError(thrown: unknown, step?: PlannedStep): AgentError {
  if (AgentError.isInstance(thrown)) {
    if (thrown.stepId !== undefined || step === undefined) return thrown
    const { code, path, detail, retryable, problems, cause } = thrown
    return new AgentError(code, wordingOf(thrown), {
      stepId: step.id,
      retryable,
      problems,
      ...(path === undefined ? {} : { path }),
      ...(detail === undefined ? {} : { detail }),
      ...(cause === undefined ? {} : { cause }),
    })
  }
  const text = toText(thrown)
  const message =
    step === undefined ? text : word('Step "{nodeName}" failed: {text}', { nodeName: step.nodeName, text })
  return new AgentError('run.failed', message, {
    cause: thrown,
    retryable: isTransient(thrown),
    ...(step === undefined ? {} : { stepId: step.id }),
  })
}

function toText(thrown: unknown): string | Wording {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string') {
    if (thrown.message !== '') return thrown.message
    return 'name' in thrown ? String(thrown.name) : word('an error without a message')
  }
  if (typeof thrown === 'object' && thrown !== null) return word('an object was thrown')
  return String(thrown)
}

const finalStatuses = new Set([400, 401, 403, 404, 413, 422])
const programmingErrors = new Set([
  'ReferenceError',
  'SyntaxError',
  'RangeError',
  'EvalError',
  'URIError',
  'AbortError',
])

/**
 * Whether trying again could help with an error that is not ours. A mistake in a program stays one; anything else may
 * have been a matter of the moment. A `TypeError` is a mistake, unless it carries the cause of a failed request.
 */
function isTransient(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return true
  const status: unknown = Reflect.get(thrown, 'status')
  if (typeof status === 'number' && finalStatuses.has(status)) return false
  const name: unknown = Reflect.get(thrown, 'name')
  if (name === 'TypeError') return Reflect.get(thrown, 'cause') !== undefined
  return typeof name !== 'string' || !programmingErrors.has(name)
}
