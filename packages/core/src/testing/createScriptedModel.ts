import { defaultLLM } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import type { ChatAnswer, ChatModel, ChatRequest } from '../models/ChatModel.ts'
import type { ToolCall, Usage } from '../models/Message.ts'

/** One answer of a scripted model, in full. */
export interface ScriptedReply {
  readonly content?: string
  /** The object, for a question that asks for one. */
  readonly output?: Json
  readonly toolCalls?: readonly ToolCall[]
  readonly usage?: Usage
}

/** What a scripted model does with one question: answers, fails, or decides by the question. */
export type ScriptedAnswer = string | ScriptedReply | Error | ((request: ChatRequest) => string | ScriptedReply)

/** A chat model that says what it was told to, and remembers what it was asked. */
export interface ScriptedModel extends ChatModel {
  /** Every question so far, the first one first. */
  readonly requests: readonly ChatRequest[]
}

/**
 * A model for tests: it gives the answers in turn, word by word to who listens, the same way each time.
 *
 * @example
 * const model = createScriptedModel(['Hello Ada'])
 * const agent = await new AgentBuilder(stateType, registry, { models: async () => model }).withStep('llm').build()
 */
export function createScriptedModel(answers: readonly ScriptedAnswer[]): ScriptedModel {
  const requests: ChatRequest[] = []
  return {
    config: { ...defaultLLM, model: 'scripted' },
    requests,
    async chat(request) {
      // Not in the same turn: a real model never answers before its caller has gone on.
      await Promise.resolve()
      if (request.signal.aborted) throw new AgentError('run.stopped', 'The question was taken back.')
      const index = requests.push(request) - 1
      const answer = answers[index]
      if (answer === undefined) {
        throw new AgentError(
          'provider.badRequest',
          `The scripted model has ${answers.length} answers; this is question ${index + 1}.`,
        )
      }
      if (answer instanceof Error) throw answer
      return deliver(typeof answer === 'function' ? answer(request) : answer, request)
    },
  }
}

function deliver(reply: string | ScriptedReply, request: ChatRequest): ChatAnswer {
  const full: ScriptedReply = typeof reply === 'string' ? { content: reply } : reply
  const { output, toolCalls, usage, content } = full
  const text = content ?? (output === undefined ? '' : JSON.stringify(output))
  for (const word of text.split(/(?<=\s)/)) if (word !== '') request.onDelta?.(word)
  return {
    message: { role: 'assistant', content: text, ...(toolCalls === undefined ? {} : { toolCalls }) },
    ...(output === undefined ? {} : { output }),
    ...(usage === undefined ? {} : { usage }),
  }
}
