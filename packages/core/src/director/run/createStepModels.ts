import { defaultLLM, type LLMConfig } from '../../config/AgentConfig.ts'
import type { ChatModel, ChatRequest } from '../../models/ChatModel.ts'
import type { StepModels } from '../../step/StepContext.ts'
import { rememberMessages } from './rememberMessages.ts'
import type { StepExecution } from './StepExecution.ts'

/** The models of one execution: what they are asked and answer appears in the run's events, and their usage is summed. */
export function createStepModels(execution: StepExecution): StepModels {
  const { plan, services } = execution.session
  return {
    get: async (llm = {}) => {
      if (isChatModel(llm)) return observe(llm, execution)
      const base = execution.step.llm ?? plan.agent.llmConfig ?? defaultLLM
      const model = await services.models({ ...base, ...llm }, services)
      return observe(model, execution)
    },
    remember: (messages) => rememberMessages(messages, plan.agent.memory),
  }
}

function isChatModel(llm: Partial<LLMConfig> | ChatModel): llm is ChatModel {
  return 'chat' in llm && typeof llm.chat === 'function'
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
