import type { LLMConfig } from '../config/AgentConfig.ts'
import type { ChatModel } from '../models/ChatModel.ts'

/** A built-in stand-in for a language model. */
export function createPracticeModel(config: LLMConfig, { delayMs = 0 }: { readonly delayMs?: number } = {}): ChatModel {
  return {
    config,
    async chat(request) {
      const question = request.messages.findLast((message) => message.role === 'user')?.content ?? ''
      const content = `This is the practice model, not a language model. You said: ${question}`
      for (const word of content.match(/\S+\s*/g) ?? []) {
        request.signal.throwIfAborted()
        request.onDelta?.(word)
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
      }
      return { message: { role: 'assistant', content } }
    },
  }
}
