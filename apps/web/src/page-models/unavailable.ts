import type { Wording } from '@petal/core/language'
import type { PageModelState } from '@petal/core/model'

/** Why a model of the page cannot be asked. */
export function unavailable({ said, english }: Wording): PageModelState {
  return { kind: 'unavailable', reason: said, ...(english === said ? {} : { english }) }
}
