import type { State } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { describeTurn } from './describeTurn.ts'
import type { RunControllerParts } from './RunControllerParts.ts'

/** The thread was used: it says what was said last. */
export function noteTurn(
  { identity, threads }: Pick<RunControllerParts, 'identity' | 'threads'>,
  threadId: string,
  values: State,
): Promise<void> {
  const turn = describeTurn(values) ?? t('Without words')
  return threads.used({ threadId, agentId: identity().id, name: turn, lastTurn: turn, updatedAt: Date.now() })
}
