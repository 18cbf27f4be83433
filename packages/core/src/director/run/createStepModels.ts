import type { ChatModel, ChatRequest } from '../../models/ChatModel.ts'
import { isChatModel } from '../../step/isChatModel.ts'
import type { StepModels } from '../../step/StepContext.ts'
import { resolveLLM } from '../plan/resolveLLM.ts'
import { rememberMessages } from './rememberMessages.ts'
import type { StepExecution } from './StepExecution.ts'
import type { StepSignal } from './StepSignal.ts'

/** The models of one execution: what they are asked and answer appears in the run's events, and their usage is summed. */
export function createStepModels(execution: StepExecution, signal: StepSignal): StepModels {
  const { plan, services } = execution.session
  return {
    get: async (llm = {}) => {
      if (isChatModel(llm)) return observe(llm, execution)
      const config = resolveLLM(llm, execution.step.llm ?? plan.agent.llmConfig)
      const model = await services.models(config, services)
      return observe(model, execution)
    },
    embed: async (config, texts) => (await services.embedders(config, services)).embed(texts, signal.signal),
    remember: (messages) => rememberMessages(messages, plan.agent.memory),
  }
}

/** Text streams into the events by itself, unless the step listens to it and decides what to show. */
function observe(model: ChatModel, execution: StepExecution): ChatModel {
  const { provider, model: name } = model.config
  return {
    config: model.config,
    chat: async (request: ChatRequest) => {
      const startedAt = performance.now()
      execution.emit({ type: 'model-start', provider, model: name, messages: request.messages })
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
