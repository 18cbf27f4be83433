import { isChatModel } from '../../step/isChatModel.ts'
import type { StepModels } from '../../step/StepContext.ts'
import { rememberMessages } from '../memory/rememberMessages.ts'
import { resolveLLM } from '../plan/resolveLLM.ts'
import { observeModel } from './observeModel.ts'
import type { StepExecution } from './StepExecution.ts'
import type { StepSignal } from './StepSignal.ts'

/** The models of one execution: what they are asked and answer appears in the run's events, and their usage is summed. */
export function createStepModels(execution: StepExecution, signal: StepSignal): StepModels {
  const { plan, services } = execution.session
  return {
    get: async (llm = {}) => {
      if (isChatModel(llm)) return observeModel(llm, execution)
      const config = resolveLLM(llm, execution.step.llm ?? plan.agent.llmConfig)
      const model = await services.models(config, services)
      return observeModel(model, execution)
    },
    embed: async (config, texts) => (await services.embedders(config, services)).embed(texts, signal.signal),
    remember: (messages, about) => rememberMessages({ messages, about, execution, signal: () => signal.signal }),
  }
}
