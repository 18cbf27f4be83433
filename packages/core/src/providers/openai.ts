import { ChatOpenAICompletions } from '@langchain/openai'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import type { OutputRequest } from '../models/parseAnswer.ts'
import { readProviderWords } from '../models/readProviderWords.ts'
import { createLangChainModel } from './createLangChainModel.ts'
import type { LangChainProvider } from './LangChainProvider.ts'
import { firstOf, readCounts, textIn } from './readEventParts.ts'
import { toLangChainTools } from './toLangChainMessages.ts'

/** Models that refuse any temperature but their own. */
const reasons = /^(?:o\d|gpt-5(?!.*-chat))/

/**
 * OpenAI's chat completions, spoken by OpenAI, Cohere, Hugging Face and every compatible server. The plain completions
 * client never switches to another API by the model's name. Its `streaming` flag must stay off: with it the client
 * fetches a tokenizer from a third party.
 */
const openai: LangChainProvider = {
  protocol: 'sse',
  oneSystemMessage: false,
  // Some servers leave the role out, and the client takes no calls of tools from anybody but the assistant.
  prelude: { choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] },
  open({ config, target, key, fetch }, { messages, tools, output, signal }) {
    const client = new ChatOpenAICompletions({
      model: config.model,
      ...(reasons.test(config.model) ? {} : { temperature: config.temperature }),
      maxTokens: config.maxTokens,
      maxRetries: 0,
      apiKey: key,
      configuration: { baseURL: target.baseUrl, dangerouslyAllowBrowser: true, fetch, logLevel: 'off' },
    })
    return client.stream(messages, {
      signal,
      ...(tools === undefined || tools.length === 0 ? {} : { tools: toLangChainTools(tools) }),
      ...(output === undefined ? {} : { response_format: toResponseFormat(output) }),
    })
  },
  readEvent(event) {
    if ('error' in event) return { error: readProviderWords(event) }
    return {
      end: textIn(firstOf(event, 'choices'), 'finish_reason'),
      usage: readCounts(event.usage, {
        inputTokens: 'prompt_tokens',
        outputTokens: 'completion_tokens',
        totalTokens: 'total_tokens',
      }),
    }
  },
  fromWhole(answer) {
    const choice = firstOf(answer, 'choices')
    if (choice === undefined || !isJsonObject(choice.message)) return []
    const { message, ...rest } = choice
    const calls: readonly Json[] = Array.isArray(message.tool_calls) ? message.tool_calls : []
    const delta = {
      ...message,
      tool_calls: calls.map((call, index) => (isJsonObject(call) ? { ...call, index } : call)),
    }
    return [{ ...answer, choices: [{ ...rest, delta }] }]
  },
}

function toResponseFormat({ name, schema }: OutputRequest) {
  return {
    type: 'json_schema' as const,
    json_schema: { name: name.replace(/[^\w-]/g, '_').slice(0, 64), schema: { ...schema }, strict: isStrict(schema) },
  }
}

/** Whether a schema keeps OpenAI's rules for strict ones: every object closed, every property required. */
function isStrict(schema: Json | undefined): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict)
  if (!isJsonObject(schema)) return true
  const { properties, required } = schema
  if (isJsonObject(properties)) {
    const names: readonly Json[] = Array.isArray(required) ? required : []
    if (schema.additionalProperties !== false) return false
    if (!Object.keys(properties).every((name) => names.includes(name))) return false
  }
  return Object.values(schema).every(isStrict)
}

/** A model behind OpenAI's protocol: OpenAI itself, or with a base URL any compatible server. */
export const createOpenAIModel: ChatModelFactory = async (config, services) =>
  createLangChainModel(config, services, openai)
