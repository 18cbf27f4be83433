import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'

/** The fault of a question to a model that went off this device after it was looked for. */
export function createNotLoadedFault(model: string): AgentError {
  const message = word(
    '"{model}" is not on this device any more, and a run downloads nothing. Download it under Settings, “In this browser”.',
    { model },
  )
  return new AgentError('provider.notLoaded', message, { detail: { model } })
}
