import type { ChatModel, ChatRequest } from '../../models/ChatModel.ts'
import type { StepExecution } from './StepExecution.ts'

/**
 * A model whose questions and answers appear in the events of an execution. Text streams into them by itself, unless
 * the caller listens to it and decides what to show.
 *
 * @param purpose set when the question is not the step's own
 */
export function observeModel(model: ChatModel, execution: StepExecution, purpose?: 'memory'): ChatModel {
  const { provider, model: name } = model.config
  const why = purpose === undefined ? {} : { purpose }
  return {
    config: model.config,
    chat: async (request: ChatRequest) => {
      const startedAt = performance.now()
      execution.emit({ type: 'model-start', provider, model: name, messages: request.messages, ...why })
      const onDelta = request.onDelta ?? ((text: string) => execution.emit({ type: 'step-delta', text }))
      const answer = await model.chat({ ...request, onDelta })
      const usage = answer.usage === undefined ? {} : { usage: answer.usage }
      const durationMs = performance.now() - startedAt
      execution.noteUsage(answer.usage)
      execution.emit({ type: 'model-end', message: answer.message, durationMs, ...usage })
      return answer
    },
  }
}
