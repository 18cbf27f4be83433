import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { ChatModelFactory } from '../../models/ChatModel.ts'

/** Stands for the models of a run that takes its answers from another run: there is none for the step that asks. */
export const refuseModels: ChatModelFactory = async () => {
  const message = word(
    'The recorded run has no answer of a model for this step, and none is asked: record it anew, or let models answer.',
  )
  throw new AgentError('run.unrecorded', message)
}
