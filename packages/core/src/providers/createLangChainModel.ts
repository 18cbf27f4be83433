import type { AIMessageChunk } from '@langchain/core/messages'
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { ChatAnswer, ChatModel, ChatRequest, KeySource, ToolSpec } from '../models/ChatModel.ts'
import type { Message, Usage } from '../models/Message.ts'
import { type ProviderTarget, resolveProvider } from '../models/resolveProvider.ts'

/** What a provider's client is made from. */
export interface Connection {
  readonly config: LLMConfig
  readonly target: ProviderTarget
  readonly key: string | undefined
  readonly fetch: typeof fetch
}

/** How one provider's LangChain package is used. */
export interface LangChainProvider {
  open(connection: Connection, messages: BaseMessage[], request: ChatRequest): Promise<AsyncIterable<AIMessageChunk>>
  endOf(metadata: Readonly<Record<string, unknown>>): string | undefined
}

export function toOpenAITools(tools: readonly ToolSpec[]) {
  return tools.map((tool) => ({
    type: 'function' as const,
    function: { name: tool.name, description: tool.description, parameters: { ...tool.parameters } },
  }))
}

function toLangChain(message: Message): BaseMessage {
  switch (message.role) {
    case 'system':
      return new SystemMessage(message.content)
    case 'user':
      return new HumanMessage(message.content)
    case 'tool':
      return new ToolMessage({ content: message.content, tool_call_id: message.toolCallId ?? '' })
    case 'assistant':
      return new AIMessage({
        content: message.content,
        tool_calls: (message.toolCalls ?? []).map(({ id, name, args }) => ({
          id,
          name,
          args,
          type: 'tool_call' as const,
        })),
      })
  }
}

/** A chat model over a LangChain client. */
export function createLangChainModel(
  config: LLMConfig,
  services: { readonly keys: KeySource; readonly fetch: typeof fetch },
  provider: LangChainProvider,
): ChatModel {
  return {
    config,
    async chat(request): Promise<ChatAnswer> {
      const target = resolveProvider(config)
      const key = await services.keys.get(target.keyRef, target.host)
      if (key === undefined && target.needsKey === 'required') {
        throw new AgentError('secret.missing', `No key named "${target.keyRef}" for ${target.host}.`)
      }
      let text = ''
      let usage: Usage | undefined
      try {
        const stream = await provider.open(
          { config, target, key, fetch: services.fetch },
          request.messages.map(toLangChain),
          request,
        )
        for await (const chunk of stream) {
          const piece = chunk.text
          text += piece
          if (piece !== '') request.onDelta?.(piece)
          const counted = chunk.usage_metadata
          if (counted !== undefined)
            usage = {
              inputTokens: counted.input_tokens,
              outputTokens: counted.output_tokens,
              totalTokens: counted.total_tokens,
            }
        }
      } catch (error) {
        throw new AgentError('provider.server', String(error), { cause: error })
      }
      return { message: { role: 'assistant', content: text }, ...(usage === undefined ? {} : { usage }) }
    },
  }
}
