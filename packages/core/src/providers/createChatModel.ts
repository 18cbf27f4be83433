import type { ProviderName } from '../config/AgentConfig.ts'
import type { ChatModelFactory } from '../models/ChatModel.ts'
import type { PageModels } from '../models/PageModels.ts'

/** Settings of the factory itself. */
export interface ChatModelFactoryOptions {
  /** Pause of the practice model after each word, in milliseconds, so that a person can see it stream. Default 0. */
  readonly practiceDelayMs?: number
  /** The models that run in the page, where there is one. Without them the provider `browser` says that there are none. */
  readonly page?: PageModels
}

/**
 * Makes a factory for every provider a configuration can name. Each client is loaded on first use only, so that an
 * agent on the practice model loads none.
 */
export function createChatModelFactory({ practiceDelayMs = 0, page }: ChatModelFactoryOptions = {}): ChatModelFactory {
  const openai = async (): Promise<ChatModelFactory> => (await import('./openai.ts')).createOpenAIModel
  const loaders: Readonly<Record<ProviderName, () => Promise<ChatModelFactory>>> = {
    practice: async () => {
      const { createPracticeModel } = await import('./practice.ts')
      return async (config) => createPracticeModel(config, { delayMs: practiceDelayMs })
    },
    openai,
    cohere: openai,
    huggingface: openai,
    anthropic: async () => (await import('./anthropic.ts')).createAnthropicModel,
    google: async () => (await import('./google.ts')).createGoogleModel,
    browser: async () => {
      const { createBrowserModel } = await import('./browser.ts')
      return async (config) => createBrowserModel(config, page)
    },
    ollama: async () => (await import('./ollama.ts')).createOllamaModel,
  }
  return async (config, services) => (await loaders[config.provider]())(config, services)
}

/**
 * The chat model for these settings, whatever the provider. The key is asked for at each question, never kept.
 *
 * @example
 * const model = await createChatModel(defaultLLM, { keys: { get: () => undefined }, fetch })
 * const { message } = await model.chat({ messages: [{ role: 'user', content: 'Hello' }], signal })
 */
export const createChatModel: ChatModelFactory = createChatModelFactory()
