import type { LLMConfig, ProviderName } from '../config/AgentConfig.ts'
import { parseBaseUrl } from './parseBaseUrl.ts'

/** A model a provider is known to offer. Any other id may be typed in. */
export interface ProviderModel {
  readonly id: string
  readonly label: string
  /** Size of the context window, in tokens. */
  readonly context?: number
  /** About how much is downloaded before its first use on a device, in bytes. */
  readonly download?: number
}

/** What is known about one provider: the same row serves the form, the checks before a run, the run and code export. */
export interface ProviderRow {
  readonly label: string
  readonly description: string
  readonly models: readonly ProviderModel[]
  readonly defaultModel: string
  /** The address asked when the settings give none. A model that makes no request has none. */
  readonly baseUrl?: string
  readonly baseUrlEditable: boolean
  /** The name a key is looked up by when the settings give none. */
  readonly keyRef?: string
  /** Whether the address in `baseUrl` wants a key. `optional`: a key is sent when there is one. */
  readonly needsKey: 'required' | 'optional' | 'none'
  /** Host and port of every server these settings may contact; empty when none, or when the address is malformed. */
  hosts(config: Pick<LLMConfig, 'baseUrl'>): readonly string[]
  /**
   * How an object is asked for: by the protocol's own setting (`native`), or in words at the end of the instructions.
   * A server that refuses the setting is asked in words.
   */
  readonly structuredOutput: 'native' | 'prompted'
  /** Whether a web page may read its answers (CORS), where necessary after the set-up told in `notes`. */
  readonly reachableFromBrowser: boolean
  /** Its models run in the page itself, and have to be brought to the device first. */
  readonly inPage?: true
  /** What a person should know before using it, one sentence each. */
  readonly notes: readonly string[]
  /** Where its models and keys are documented. */
  readonly docs?: string
}

function hostsOf(baseUrl: string): ProviderRow['hosts'] {
  return (config) => {
    const url = parseBaseUrl(config.baseUrl ?? baseUrl)
    return url === undefined ? [] : [url.host]
  }
}

/** One row per provider that a configuration can name. */
export const providerTable: Readonly<Record<ProviderName, ProviderRow>> = {
  practice: {
    label: 'Practice model',
    description: 'Built in: answers at once, without a key and without the network. It is not a language model.',
    models: [{ id: 'practice', label: 'Practice' }],
    defaultModel: 'practice',
    baseUrlEditable: false,
    needsKey: 'none',
    hosts: () => [],
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: ['The same question always gets the same answer.'],
  },
  openai: {
    label: 'OpenAI and compatible servers',
    description:
      'OpenAI, or with a base URL any server that speaks its protocol: vLLM, LM Studio, llama.cpp, OpenRouter.',
    models: [
      { id: 'gpt-4o-mini', label: 'GPT-4o mini', context: 128_000 },
      { id: 'gpt-4.1-mini', label: 'GPT-4.1 mini', context: 1_047_576 },
      { id: 'gpt-4.1', label: 'GPT-4.1', context: 1_047_576 },
      { id: 'gpt-5-nano', label: 'GPT-5 nano', context: 400_000 },
      { id: 'gpt-5-mini', label: 'GPT-5 mini', context: 400_000 },
      { id: 'gpt-5.5', label: 'GPT-5.5', context: 1_050_000 },
    ],
    defaultModel: 'gpt-4o-mini',
    baseUrl: 'https://api.openai.com/v1',
    baseUrlEditable: true,
    keyRef: 'openai',
    needsKey: 'required',
    hosts: hostsOf('https://api.openai.com/v1'),
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: [
      'The base URL usually ends in /v1.',
      'A server of your own must allow this page’s address (CORS); most have a setting for it.',
    ],
    docs: 'https://platform.openai.com/docs/models',
  },
  anthropic: {
    label: 'Anthropic',
    description: 'Claude models, from Anthropic’s own API.',
    models: [
      { id: 'claude-haiku-4-5', label: 'Claude Haiku 4.5', context: 200_000 },
      { id: 'claude-sonnet-4-6', label: 'Claude Sonnet 4.6', context: 1_000_000 },
      { id: 'claude-sonnet-5', label: 'Claude Sonnet 5', context: 1_000_000 },
      { id: 'claude-opus-5', label: 'Claude Opus 5', context: 1_000_000 },
    ],
    defaultModel: 'claude-haiku-4-5',
    baseUrl: 'https://api.anthropic.com',
    baseUrlEditable: true,
    keyRef: 'anthropic',
    needsKey: 'required',
    hosts: hostsOf('https://api.anthropic.com'),
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: [
      'From a web page the request carries the header anthropic-dangerous-direct-browser-access, which Anthropic asks for.',
    ],
    docs: 'https://docs.anthropic.com/en/docs/about-claude/models',
  },
  google: {
    label: 'Google Gemini',
    description: 'Gemini models, from the Gemini API of Google AI Studio.',
    models: [
      { id: 'gemini-flash-latest', label: 'Gemini Flash (newest)', context: 1_048_576 },
      { id: 'gemini-flash-lite-latest', label: 'Gemini Flash-Lite (newest)', context: 1_048_576 },
      { id: 'gemini-3.7-flash', label: 'Gemini 3.7 Flash' },
      { id: 'gemini-3.1-pro-preview', label: 'Gemini 3.1 Pro (preview)' },
    ],
    defaultModel: 'gemini-flash-latest',
    baseUrl: 'https://generativelanguage.googleapis.com',
    baseUrlEditable: true,
    keyRef: 'google',
    needsKey: 'required',
    hosts: hostsOf('https://generativelanguage.googleapis.com'),
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: ['The key of Google AI Studio, not one of Vertex AI.'],
    docs: 'https://ai.google.dev/gemini-api/docs/models',
  },
  ollama: {
    label: 'Ollama',
    description: 'Models on your own computer, served by Ollama.',
    models: [
      { id: 'llama3.2', label: 'Llama 3.2', context: 131_072 },
      { id: 'qwen3', label: 'Qwen 3', context: 40_960 },
      { id: 'gemma3', label: 'Gemma 3', context: 131_072 },
      { id: 'mistral', label: 'Mistral', context: 32_768 },
    ],
    defaultModel: 'llama3.2',
    baseUrl: 'http://localhost:11434',
    baseUrlEditable: true,
    keyRef: 'ollama',
    needsKey: 'optional',
    hosts: hostsOf('http://localhost:11434'),
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: [
      'Start Ollama with the environment variable OLLAMA_ORIGINS set to this page’s address, so that it may read the answers.',
      'Fetch a model first: ollama pull llama3.2',
    ],
    docs: 'https://ollama.com/library',
  },
  browser: {
    label: 'In this browser',
    description: 'Models that run in the page itself: nothing you ask leaves this device.',
    models: [
      { id: 'built-in', label: 'The browser’s own model' },
      { id: 'webllm:SmolLM2-360M-Instruct-q4f16_1-MLC', label: 'SmolLM2 360M, on the GPU', download: 210e6 },
      { id: 'webllm:Llama-3.2-1B-Instruct-q4f16_1-MLC', label: 'Llama 3.2 1B, on the GPU', download: 710e6 },
      { id: 'webllm:Qwen2.5-1.5B-Instruct-q4f16_1-MLC', label: 'Qwen 2.5 1.5B, on the GPU', download: 880e6 },
      { id: 'webllm:Llama-3.2-3B-Instruct-q4f16_1-MLC', label: 'Llama 3.2 3B, on the GPU', download: 1.82e9 },
      { id: 'transformers:HuggingFaceTB/SmolLM2-135M-Instruct', label: 'SmolLM2 135M, on the CPU', download: 140e6 },
      { id: 'transformers:HuggingFaceTB/SmolLM2-360M-Instruct', label: 'SmolLM2 360M, on the CPU', download: 370e6 },
    ],
    defaultModel: 'built-in',
    baseUrlEditable: false,
    needsKey: 'none',
    hosts: () => [],
    structuredOutput: 'prompted',
    reachableFromBrowser: true,
    inPage: true,
    notes: [
      'It runs in Petal Studio only: outside a browser there is none of these models.',
      'A model is downloaded once, when you ask for it under Settings, and never by a run.',
      'Small models follow instructions less well than large ones.',
      'The browser’s own model takes neither a temperature nor a limit of tokens.',
    ],
  },
  cohere: {
    label: 'Cohere',
    description: 'Command models, through Cohere’s OpenAI-compatible API.',
    models: [
      { id: 'command-a-03-2025', label: 'Command A', context: 256_000 },
      { id: 'command-r-plus-08-2024', label: 'Command R+', context: 128_000 },
      { id: 'command-r7b-12-2024', label: 'Command R7B', context: 128_000 },
    ],
    defaultModel: 'command-a-03-2025',
    baseUrl: 'https://api.cohere.ai/compatibility/v1',
    baseUrlEditable: true,
    keyRef: 'cohere',
    needsKey: 'required',
    hosts: hostsOf('https://api.cohere.ai/compatibility/v1'),
    structuredOutput: 'prompted',
    reachableFromBrowser: true,
    notes: ['Asked through the OpenAI client at Cohere’s compatible address.'],
    docs: 'https://docs.cohere.com/docs/compatibility-api',
  },
  huggingface: {
    label: 'Hugging Face',
    description: 'Open models on Hugging Face’s inference providers, through their OpenAI-compatible router.',
    models: [
      { id: 'openai/gpt-oss-20b', label: 'gpt-oss 20B', context: 131_072 },
      { id: 'meta-llama/Llama-3.1-8B-Instruct', label: 'Llama 3.1 8B Instruct', context: 131_072 },
      { id: 'Qwen/Qwen3-8B', label: 'Qwen 3 8B', context: 40_960 },
    ],
    defaultModel: 'openai/gpt-oss-20b',
    baseUrl: 'https://router.huggingface.co/v1',
    baseUrlEditable: true,
    keyRef: 'huggingface',
    needsKey: 'required',
    hosts: hostsOf('https://router.huggingface.co/v1'),
    structuredOutput: 'native',
    reachableFromBrowser: true,
    notes: ['The key is a Hugging Face token with permission to call inference providers.'],
    docs: 'https://huggingface.co/docs/inference-providers',
  },
}
