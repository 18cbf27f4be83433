import type { AgentError } from '../errors/AgentError.ts'
import { explainUnreachable, type PageScope } from '../http/explainUnreachable.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'

/** The fault of a model that gave no answer at all. */
export async function describeUnreachable(
  address: string,
  error: unknown,
  options: { readonly fetch: typeof fetch; readonly context: ModelFaultContext; readonly probe?: boolean },
  scope: PageScope = globalThis,
): Promise<AgentError> {
  const { why, hint, systemCode } = await explainUnreachable(address, error, options, scope)
  return createModelFault(`provider.${why}`, options.context, {
    ...(systemCode === undefined ? {} : { providerCode: systemCode }),
    ...(hint === undefined ? {} : { hint }),
  })
}
