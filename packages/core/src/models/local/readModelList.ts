import { isJsonObject } from '../../json/isJsonObject.ts'

/** The models a server says it has. */
export interface ModelList {
  readonly protocol: 'openai' | 'ollama'
  /** Their ids; those that only make vectors stand last. */
  readonly models: readonly string[]
  /** Whom the first model is said to belong to: often the name of the program. */
  readonly owner?: string
}

const makesVectors = /embed|bge-|minilm|rerank/i

/**
 * Reads an answer of `/v1/models` or of Ollama's `/api/tags`. Anything else is no list of models. llama.cpp gives both
 * forms at once, and speaks OpenAI's protocol.
 */
export function readModelList(value: unknown): ModelList | undefined {
  if (!isJsonObject(value)) return undefined
  const openai = readNames(value.data, ['id'])
  const ollama = readNames(value.models, ['name', 'model'])
  if (openai === undefined) return ollama === undefined ? undefined : { protocol: 'ollama', models: ollama }
  const first: unknown = Array.isArray(value.data) ? value.data[0] : undefined
  const owner = isJsonObject(first) ? first.owned_by : undefined
  return { protocol: 'openai', models: openai, ...(typeof owner === 'string' ? { owner } : {}) }
}

function readNames(list: unknown, keys: readonly string[]): readonly string[] | undefined {
  if (!Array.isArray(list)) return undefined
  const names = list.flatMap((entry: unknown) => {
    const found = isJsonObject(entry)
      ? keys.map((key) => entry[key]).find((name) => typeof name === 'string')
      : undefined
    return typeof found === 'string' && found !== '' ? [found] : []
  })
  if (names.length === 0 && list.length > 0) return undefined
  const unique = [...new Set(names)]
  return [...unique.filter((name) => !makesVectors.test(name)), ...unique.filter((name) => makesVectors.test(name))]
}
