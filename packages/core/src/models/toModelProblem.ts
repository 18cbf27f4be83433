import { AgentError } from '../errors/AgentError.ts'
import { classifyProviderFault } from './classifyProviderFault.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'
import { readProviderWords } from './readProviderWords.ts'

const MAX_CAUSES = 8

/**
 * The coded fault behind whatever a model client threw. Clients wrap errors, so our own is looked for along the chain
 * of causes first; then an HTTP status and the provider's words; what is left means that the answer could not be read.
 * The original error is not kept as a cause: its texts may hold the key.
 */
export function toModelProblem(error: unknown, context: ModelFaultContext): AgentError {
  let cause: unknown = error
  for (let depth = 0; depth < MAX_CAUSES && typeof cause === 'object' && cause !== null; depth += 1) {
    if (AgentError.isInstance(cause)) return cause
    const status = 'status' in cause ? cause.status : undefined
    if (typeof status === 'number') return toStatusFault(status, cause, context)
    cause = 'cause' in cause ? cause.cause : undefined
  }
  const text = error instanceof Error ? error.message : String(error)
  return createModelFault('provider.badStream', context, { text })
}

function toStatusFault(status: number, error: object, context: ModelFaultContext): AgentError {
  const body = 'error' in error ? readProviderWords({ error: error.error }) : undefined
  const words = body ?? { text: error instanceof Error ? error.message : '' }
  return createModelFault(classifyProviderFault(status, words), context, {
    status,
    text: words.text,
    ...(words.code === undefined ? {} : { providerCode: words.code }),
  })
}
