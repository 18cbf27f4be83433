import { ChatOpenAICompletions } from '@langchain/openai'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import { createLangChainModel, type LangChainProvider, toOpenAITools } from './createLangChainModel.ts'

/** OpenAI's chat completions, spoken by OpenAI, Cohere, Hugging Face and every compatible server. */
const openai: LangChainProvider = {
  open({ config, target, key, fetch }, messages, request) {
    const client = new ChatOpenAICompletions({
      model: config.model,
      temperature: config.temperature,
      maxTokens: config.maxTokens,
      maxRetries: 0,
      apiKey: key ?? 'none',
      configuration: { baseURL: target.baseUrl, dangerouslyAllowBrowser: true, fetch, logLevel: 'off' },
    })
    return client.stream(messages, {
      signal: request.signal,
      ...(request.tools === undefined ? {} : { tools: toOpenAITools(request.tools) }),
    })
  },
  endOf: (metadata) => (typeof metadata.finish_reason === 'string' ? metadata.finish_reason : undefined),
}

/** A model behind OpenAI's protocol. */
export const createOpenAIModel: ChatModelFactory = async (config, services) =>
  createLangChainModel(config, services, openai)
