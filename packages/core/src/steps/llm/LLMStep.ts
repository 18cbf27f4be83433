import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { CodeSettings } from '../../step/StepDefinition.ts'
import type { StepResult } from '../../step/StepResult.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { LLMStepConfig } from './llm.ts'

/** One model step at work (petal's `LLMStep`). */
export class LLMStep {
  readonly config: LLMStepConfig

  constructor(config: LLMStepConfig, _code: CodeSettings = {}) {
    this.config = config
  }

  async run(state: State, context: StepContext): Promise<StepResult> {
    const { systemPrompt, promptTemplate, writes } = this.config
    const where = { stepId: context.stepId, nodeName: context.nodeName }
    const model = await context.models.get(this.config.llmConfig)
    const messages: Message[] = []
    if (systemPrompt !== '') {
      messages.push({
        role: 'system',
        content: renderTemplate(systemPrompt, state, { ...where, kind: 'System prompt' }),
      })
    }
    messages.push(...context.models.remember((state.messages ?? []) as never))
    const prompt = promptTemplate === '' ? '' : renderTemplate(promptTemplate, state, { ...where, kind: 'Prompt' })
    if (promptTemplate !== '') messages.push({ role: 'user', content: prompt })
    const answer = await model.chat({ messages, signal: context.signal, onDelta: (text) => context.emit(text) })
    const stored: Message[] = prompt === '' ? [answer.message] : [{ role: 'user', content: prompt }, answer.message]
    return { messages: stored as never, ...(writes === '' ? {} : { [writes]: answer.message.content }) }
  }
}
