import { OpenAIEmbeddings } from '@langchain/openai'
import type { EmbeddingClient } from './EmbeddingClient.ts'

/** OpenAI's protocol. Numbers are asked for as numbers: many compatible servers know no other form. */
export const embedWithOpenAI: EmbeddingClient = ({ config, target, key, fetch }, texts) =>
  new OpenAIEmbeddings({
    model: config.model,
    apiKey: key,
    maxRetries: 0,
    batchSize: texts.length,
    stripNewLines: false,
    encodingFormat: 'float',
    configuration: { baseURL: target.baseUrl, dangerouslyAllowBrowser: true, fetch, logLevel: 'off' },
  }).embedDocuments(texts)
