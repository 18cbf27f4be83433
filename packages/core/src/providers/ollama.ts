import { ChatOllama } from '@langchain/ollama'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import { readProviderWords } from '../models/readProviderWords.ts'
import { createLangChainModel } from './createLangChainModel.ts'
import type { LangChainProvider } from './LangChainProvider.ts'
import { readCounts, textIn } from './readEventParts.ts'
import { toLangChainTools } from './toLangChainMessages.ts'

/**
 * Ollama's own protocol: one JSON value per line. The client takes a `fetch`, but passes it no signal of ours and skips
 * lines it cannot read; both are made good by the `fetch` it is given.
 */
const ollama: LangChainProvider = {
  protocol: 'ndjson',
  oneSystemMessage: false,
  open({ config, target, key, fetch }, { messages, tools, output, signal }) {
    const client = new ChatOllama({
      model: config.model,
      temperature: config.temperature,
      numPredict: config.maxTokens,
      maxRetries: 0,
      baseUrl: target.baseUrl,
      headers: new Headers({ authorization: `Bearer ${key}` }),
      fetch,
    })
    return client.stream(messages, {
      signal,
      ...(tools === undefined || tools.length === 0 ? {} : { tools: toLangChainTools(tools) }),
      ...(output === undefined ? {} : { format: { ...output.schema } }),
    })
  },
  readEvent(event) {
    if ('error' in event) return { error: readProviderWords(event) }
    if (event.done !== true) return {}
    return {
      end: textIn(event, 'done_reason') ?? 'stop',
      usage: readCounts(event, { inputTokens: 'prompt_eval_count', outputTokens: 'eval_count' }),
    }
  },
}

/** A model served by Ollama. */
export const createOllamaModel: ChatModelFactory = async (config, services) =>
  createLangChainModel(config, services, ollama)
