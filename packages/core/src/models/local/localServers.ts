import type { ProviderName } from '../../config/AgentConfig.ts'
import { t } from '../../language/t.ts'

/** A program that serves models on a person's own computer, and how a page may ask it. */
export interface LocalServer {
  readonly name: string
  readonly port: number
  /** The provider that speaks its protocol. */
  readonly provider: Extract<ProviderName, 'openai' | 'ollama'>
  /** From its address to the provider's base URL. */
  readonly basePath: string
  /** What to do when it has no model yet. */
  readonly getModel?: string
  /** How it is told to let a page read its answers. */
  allow(origin: string): string
}

const inItsSettings: LocalServer['allow'] = (origin) =>
  t('Allow {origin} in the CORS settings of that server.', { origin })

/** The servers that are looked for, each on the port it takes by itself. */
export const localServers: readonly LocalServer[] = [
  {
    name: 'Ollama',
    port: 11434,
    provider: 'ollama',
    basePath: '',
    getModel: 'ollama pull llama3.2',
    allow: (origin) => t('Start Ollama with the environment variable OLLAMA_ORIGINS={origin}', { origin }),
  },
  {
    name: 'LM Studio',
    port: 1234,
    provider: 'openai',
    basePath: '/v1',
    getModel: 'lms get',
    allow: () => t('Turn on “Enable CORS” in its server settings, or start it with: lms server start --cors'),
  },
  { name: 'llama.cpp', port: 8080, provider: 'openai', basePath: '/v1', allow: inItsSettings },
  {
    name: 'vLLM',
    port: 8000,
    provider: 'openai',
    basePath: '/v1',
    allow: (origin) => t('Start it with: {command}', { command: `vllm serve … --allowed-origins '["${origin}"]'` }),
  },
  {
    name: 'Jan',
    port: 1337,
    provider: 'openai',
    basePath: '/v1',
    allow: () => t('Turn on “Cross-Origin Resource Sharing (CORS)” in the settings of its local API server.'),
  },
  {
    name: 'Docker Model Runner',
    port: 12434,
    provider: 'openai',
    basePath: '/engines/v1',
    getModel: 'docker model pull ai/smollm2',
    allow: (origin) =>
      t('Let this page in (CORS) with: {command}', {
        command: `docker desktop enable model-runner --tcp 12434 --cors ${origin}`,
      }),
  },
  { name: 'GPT4All', port: 4891, provider: 'openai', basePath: '/v1', allow: inItsSettings },
  { name: 'KoboldCpp', port: 5001, provider: 'openai', basePath: '/v1', allow: inItsSettings },
  { name: 'SGLang', port: 30000, provider: 'openai', basePath: '/v1', allow: inItsSettings },
]
