import type { LLMConfig } from '../config/AgentConfig.ts'
import { toStopped } from '../errors/toStopped.ts'
import type { ChatAnswer, ChatModel, ChatRequest } from '../models/ChatModel.ts'
import { parseAnswer } from '../models/parseAnswer.ts'
import { chooseTool } from './practice/chooseTool.ts'
import { composeText, PRACTICE_NOTE } from './practice/composeText.ts'
import { fillSchema } from './practice/fillSchema.ts'
import { firstSentence } from './practice/words.ts'

export interface PracticeOptions {
  /** Pause after each word, in milliseconds. Default 0. */
  readonly delayMs?: number
}

/** About so many characters make one token, for the counts. */
const CHARACTERS_PER_TOKEN = 4
/** As much of a question as it reads, in characters. */
const MAX_READ = 20_000

/**
 * The built-in stand-in for a language model: offline, without a key, and always the same for the same question. It
 * streams word by word, calls tools, fills schemas and chooses routes, all by the words of the question. It knows
 * nothing, and says so.
 */
export function createPracticeModel(config: LLMConfig, { delayMs = 0 }: PracticeOptions = {}): ChatModel {
  return {
    config,
    async chat(request) {
      const answer = answerTo(request, config)
      for (const word of answer.message.content.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
        if (delayMs > 0) await pause(delayMs, request.signal)
        if (request.signal.aborted) throw toStopped(request.signal)
        request.onDelta?.(word)
      }
      return answer
    },
  }
}

function answerTo(request: ChatRequest, config: LLMConfig): ChatAnswer {
  const { messages, tools = [], output } = request
  const instructions = messages
    .filter((message) => message.role === 'system')
    .map((message) => message.content)
    .join('\n')
  const asked = messages.findLast((message) => message.role === 'user')?.content ?? instructions
  const text = asked.slice(0, MAX_READ).replaceAll(PRACTICE_NOTE, '').trim()
  const call = chooseTool(tools, messages, text)
  if (call !== undefined) return withUsage({ message: { role: 'assistant', content: '', toolCalls: [call] } }, request)
  if (output !== undefined) {
    const content = JSON.stringify(fillSchema(output.schema, { text, instructions }))
    const context = {
      host: 'practice',
      model: config.model,
      keyRef: '',
      hasKey: false,
      maxTokens: config.maxTokens,
      secrets: [],
    }
    // A schema may ask for what cannot be guessed: then the answer is a bad one, as it may be with any model.
    const value = parseAnswer(content, output, context)
    return withUsage({ message: { role: 'assistant', content }, output: value }, request)
  }
  return withUsage({ message: { role: 'assistant', content: toText(request, text, instructions) } }, request)
}

function toText({ messages }: ChatRequest, text: string, instructions: string): string {
  const asked = messages.findLastIndex((message) => message.role === 'user')
  const results = messages.slice(asked + 1).filter((message) => message.role === 'tool')
  if (results.length === 0) return composeText(text, instructions)
  const said = results.map(({ name, content }) => `${name ?? 'The tool'} says: ${firstSentence(content, 200)}`)
  return `${said.join('\n')}\n\n${PRACTICE_NOTE}`
}

function withUsage(answer: ChatAnswer, { messages }: ChatRequest): ChatAnswer {
  const { content, toolCalls } = answer.message
  const inputTokens = messages.reduce((sum, message) => sum + countTokens(message.content), 0)
  const outputTokens = countTokens(content) + (toolCalls === undefined ? 0 : countTokens(JSON.stringify(toolCalls)))
  return { ...answer, usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens } }
}

function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(toStopped(signal))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}
