import { defaultLLM } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { normalizeJson } from '../json/normalizeJson.ts'
import type { ChatAnswer, ChatModel, ChatRequest, ToolSpec } from '../models/ChatModel.ts'
import type { Message, ToolCall, Usage } from '../models/Message.ts'

interface CallOptions {
  readonly signal: AbortSignal
}

/** What is used of a LangChain chat model. Known by its shape, so that nothing of LangChain is loaded for it. */
export interface LangChainModel {
  readonly model?: unknown
  invoke(messages: readonly object[], options: CallOptions): Promise<unknown>
  stream?(messages: readonly object[], options: CallOptions): Promise<AsyncIterable<unknown>>
  withStructuredOutput?(schema: object): LangChainModel
  bindTools?(tools: readonly object[]): LangChainModel
}

/** A LangChain chat model as one of ours. Its own retries, keys and address stay as it was made with. */
export function wrapLangChainModel(model: LangChainModel): ChatModel {
  const name = typeof model.model === 'string' ? model.model : 'custom'
  return {
    config: { ...defaultLLM, provider: 'openai', model: name },
    async chat(request) {
      try {
        return await ask(model, request)
      } catch (cause) {
        if (AgentError.isInstance(cause)) throw cause
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new AgentError('provider.server', `The model ${name} failed: ${reason}`, {
          cause,
          detail: { model: name },
        })
      }
    },
  }
}

async function ask(model: LangChainModel, request: ChatRequest): Promise<ChatAnswer> {
  const messages = request.messages.map(toLangChain)
  const options = { signal: request.signal }
  if (request.output !== undefined && model.withStructuredOutput !== undefined) {
    const schema = { title: request.output.name, ...request.output.schema }
    const output = normalizeJson(await model.withStructuredOutput(schema).invoke(messages, options), 'answer')
    return { message: { role: 'assistant', content: JSON.stringify(output) }, output }
  }
  const { tools = [] } = request
  // Pieces of calls would have to be put together: a question with tools is answered as a whole.
  if (tools.length > 0 && model.bindTools !== undefined) {
    return readWhole(await model.bindTools(tools.map(toLangChainTool)).invoke(messages, options), request)
  }
  let content = ''
  let usage: Usage | undefined
  for await (const chunk of chunksOf(model, messages, options)) {
    const text = readText(chunk)
    content += text
    usage = readUsage(chunk) ?? usage
    if (text !== '') request.onDelta?.(text)
  }
  const message: Message = { role: 'assistant', content }
  return usage === undefined ? { message } : { message, usage }
}

function readWhole(answer: unknown, request: ChatRequest): ChatAnswer {
  const content = readText(answer)
  if (content !== '') request.onDelta?.(content)
  const asked: unknown = read(answer, 'tool_calls')
  const toolCalls = (Array.isArray(asked) ? asked : []).map((call: unknown, index) => ({
    id: String(read(call, 'id') ?? `call_${index + 1}`),
    name: String(read(call, 'name')),
    // Arguments are JSON once normalised; what is no object has none.
    args: Object(normalizeJson(read(call, 'args') ?? {}, 'arguments')) as ToolCall['args'],
  }))
  const usage = readUsage(answer)
  const message: Message = { role: 'assistant', content, ...(toolCalls.length === 0 ? {} : { toolCalls }) }
  return { message, ...(usage === undefined ? {} : { usage }) }
}

function toLangChainTool({ name, description, parameters }: ToolSpec): object {
  return { type: 'function', function: { name, description, parameters } }
}

async function* chunksOf(model: LangChainModel, messages: readonly object[], options: CallOptions) {
  if (model.stream === undefined) yield await model.invoke(messages, options)
  else yield* await model.stream(messages, options)
}

function toLangChain({ role, content, toolCalls, toolCallId }: Message): object {
  if (role === 'tool') return { role, content, tool_call_id: toolCallId ?? '' }
  if (toolCalls === undefined) return { role, content }
  return { role, content, tool_calls: toolCalls.map((call) => ({ ...call, type: 'tool_call' })) }
}

/** The text of a message: its content, or that of its text blocks. */
function readText(message: unknown): string {
  const content: unknown = read(message, 'content')
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((block: unknown) => (typeof block === 'string' ? block : String(read(block, 'text') ?? '')))
    .join('')
}

function readUsage(message: unknown): Usage | undefined {
  const counted: unknown = read(message, 'usage_metadata')
  const count = (name: string) => {
    const value: unknown = read(counted, name)
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
  const totalTokens = count('total_tokens')
  if (totalTokens === undefined) return undefined
  return { inputTokens: count('input_tokens') ?? 0, outputTokens: count('output_tokens') ?? 0, totalTokens }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
