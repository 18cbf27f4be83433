import { AgentError } from '@petal/core/model'

/** Makes a change; gives the reason when it is refused, in the words of the operation that refused it. */
export function refusal(change: () => void): string | undefined {
  try {
    change()
    return undefined
  } catch (error) {
    if (AgentError.isInstance(error)) return `Not taken: ${error.message}`
    throw error
  }
}
