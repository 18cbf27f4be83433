import { ChatAnthropic } from '@langchain/anthropic'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import { readProviderWords } from '../models/readProviderWords.ts'
import { createLangChainModel } from './createLangChainModel.ts'
import type { LangChainProvider } from './LangChainProvider.ts'
import { readCounts, textIn } from './readEventParts.ts'
import { toLangChainTools } from './toLangChainMessages.ts'

const counts = { inputTokens: 'input_tokens', outputTokens: 'output_tokens' } as const

/** Models that refuse any temperature but their own. */
const adaptive = /^claude-(?:opus-(?:4-[7-9]|[5-9])|(?:sonnet|haiku|fable|mythos)-(?:[5-9]|preview))/
const MAX_TEMPERATURE = 1

/**
 * Anthropic's messages. The client takes a `fetch` among its `clientOptions`; in browsers it sends the header
 * `anthropic-dangerous-direct-browser-access`, which Anthropic's servers ask for.
 */
const anthropic: LangChainProvider = {
  protocol: 'sse',
  oneSystemMessage: true,
  open({ config, target, key, fetch }, { messages, tools, output, signal }) {
    const client = new ChatAnthropic({
      model: config.model,
      ...(adaptive.test(config.model) ? {} : { temperature: Math.min(config.temperature, MAX_TEMPERATURE) }),
      maxTokens: config.maxTokens,
      maxRetries: 0,
      apiKey: key,
      anthropicApiUrl: target.baseUrl,
      clientOptions: { fetch, authToken: null, dangerouslyAllowBrowser: true, logLevel: 'off' },
    })
    return client.stream(messages, {
      signal,
      ...(tools === undefined || tools.length === 0 ? {} : { tools: toLangChainTools(tools) }),
      ...(output === undefined
        ? {}
        : { outputConfig: { format: { type: 'json_schema' as const, schema: { ...output.schema } } } }),
    })
  },
  readEvent(event) {
    switch (event.type) {
      case 'error':
        return { error: readProviderWords(event) }
      case 'message_start':
        return { usage: isJsonObject(event.message) ? readCounts(event.message.usage, counts) : undefined }
      case 'message_delta':
        return {
          end: isJsonObject(event.delta) ? textIn(event.delta, 'stop_reason') : undefined,
          usage: readCounts(event.usage, counts),
        }
      default:
        return {}
    }
  },
}

/** A Claude model of Anthropic. */
export const createAnthropicModel: ChatModelFactory = async (config, services) =>
  createLangChainModel(config, services, anthropic)
