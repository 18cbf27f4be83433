import { ChatGoogleGenerativeAI } from '@langchain/google-genai'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { JsonObject } from '../json/Json.ts'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import { createEventReader } from '../models/readEvents.ts'
import { readProviderWords } from '../models/readProviderWords.ts'
import { createLangChainModel } from './createLangChainModel.ts'
import type { Connection, LangChainProvider, Question } from './LangChainProvider.ts'
import { firstOf, readCounts, textIn } from './readEventParts.ts'
import { toLangChainTools } from './toLangChainMessages.ts'

/**
 * The Gemini API. Google's own client can be given neither a `fetch` nor a header, so LangChain's model keeps its
 * translation of messages, tools and answers, and its `client` is replaced by one that sends the request itself.
 */
const google: LangChainProvider = {
  protocol: 'sse',
  oneSystemMessage: true,
  open(connection, question) {
    const { config, target, key } = connection
    const model = new ChatGoogleGenerativeAI({
      model: config.model,
      temperature: config.temperature,
      maxOutputTokens: config.maxTokens,
      maxRetries: 0,
      apiKey: key,
      baseUrl: target.baseUrl,
    })
    // `client` is private to TypeScript only: there is no other way in.
    Reflect.set(model, 'client', createGeminiClient(connection, question, model.model))
    const { messages, tools, signal } = question
    return model.stream(messages, {
      signal,
      ...(tools === undefined || tools.length === 0 ? {} : { tools: toLangChainTools(tools) }),
    })
  },
  readEvent(event) {
    if ('error' in event) return { error: readProviderWords(event) }
    const blocked = isJsonObject(event.promptFeedback) ? textIn(event.promptFeedback, 'blockReason') : undefined
    return {
      end: blocked === undefined ? textIn(firstOf(event, 'candidates'), 'finishReason') : 'safety',
      usage: readCounts(event.usageMetadata, {
        inputTokens: 'promptTokenCount',
        outputTokens: 'candidatesTokenCount',
        totalTokens: 'totalTokenCount',
      }),
    }
  },
}

/** What LangChain's model asks of Google's client. */
function createGeminiClient({ target, key, fetch }: Connection, { output }: Question, model: string) {
  const form = output && { responseMimeType: 'application/json', responseJsonSchema: output.schema }
  return {
    generationConfig: {},
    async generateContentStream(request: JsonObject): Promise<{ stream: AsyncIterable<JsonObject> }> {
      const settings = isJsonObject(request.generationConfig) ? request.generationConfig : {}
      const response = await fetch(
        `${target.baseUrl}/v1beta/models/${encodeURI(model)}:streamGenerateContent?alt=sse`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
          body: JSON.stringify({ ...request, generationConfig: { ...settings, ...form } }),
        },
      )
      return { stream: readAnswers(response) }
    },
  }
}

async function* readAnswers(response: Response): AsyncGenerator<JsonObject> {
  const reader = createEventReader('sse')
  const decoder = new TextDecoder()
  const body = (response.body ?? new Blob([]).stream()).getReader()
  for (let piece = await body.read(); !piece.done; piece = await body.read()) {
    for (const event of reader.push(decoder.decode(piece.value, { stream: true }))) {
      if (event.data !== undefined) yield event.data
    }
  }
}

/** A Gemini model of Google. */
export const createGoogleModel: ChatModelFactory = async (config, services) =>
  createLangChainModel(config, services, google)
