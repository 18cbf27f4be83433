import { AgentError } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** Makes a change; gives the reason when it is refused, in the words of the operation that refused it. */
export function refusal(change: () => void): string | undefined {
  try {
    change()
    return undefined
  } catch (error) {
    if (AgentError.isInstance(error)) return t('Not taken: {message}', { message: error.wording.said })
    throw error
  }
}
