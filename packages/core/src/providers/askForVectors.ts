import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import { word } from '../language/word.ts'
import { askServer } from '../models/askServer.ts'
import { createModelFault, type ModelFaultContext } from '../models/createModelFault.ts'
import type { EmbeddingConfig } from '../models/Embedder.ts'
import { toModelProblem } from '../models/toModelProblem.ts'
import { watchSilence } from '../models/watchSilence.ts'
import type { EmbeddingClient } from './EmbeddingClient.ts'
import { type ModelServices, startCall } from './startCall.ts'

/** One request for vectors. */
export interface VectorRequest {
  readonly client: EmbeddingClient
  readonly config: EmbeddingConfig
  readonly services: ModelServices
  readonly texts: readonly string[]
  readonly signal: AbortSignal
}

/** Asks once. Clients wrap or lose the faults of their requests: what the request met is kept beside, and thrown. */
export async function askForVectors(request: VectorRequest): Promise<readonly (readonly number[])[]> {
  const { client, config, services, texts, signal } = request
  if (signal.aborted) throw toStopped(signal)
  const { target, key, context } = await startCall({ ...config, temperature: 0, maxTokens: 0 }, services)
  let fault: AgentError | undefined
  const send: typeof fetch = async (input, init) => {
    const silence = watchSilence(signal, context, {})
    try {
      const address = input instanceof Request ? input.url : String(input)
      const response = await askServer(address, init, { fetch: services.fetch, context, signal }, silence)
      return new Response(await response.text(), {
        status: response.status,
        headers: { 'content-type': 'application/json' },
      })
    } catch (error) {
      fault ??= AgentError.isInstance(error) ? error : silence.fault()
      throw error
    } finally {
      silence.rest(true)
    }
  }
  try {
    const vectors = await client({ config, target, key: key ?? 'none', fetch: send }, [...texts])
    if (fault !== undefined) throw fault
    return checkVectors(vectors, texts.length, context)
  } catch (error) {
    if (signal.aborted) throw toStopped(signal)
    throw fault ?? toModelProblem(error, context)
  }
}

function checkVectors(vectors: unknown, count: number, context: ModelFaultContext): readonly (readonly number[])[] {
  if (isVectors(vectors) && vectors.length === count) return vectors
  const hint = word('It gave no vector for each text: is it a model for embeddings?')
  throw createModelFault('provider.badAnswer', context, { hint })
}

function isVectors(value: unknown): value is readonly (readonly number[])[] {
  return (
    Array.isArray(value) &&
    value.every(
      (vector: unknown) =>
        Array.isArray(vector) && vector.length > 0 && vector.every((number: unknown) => Number.isFinite(number)),
    )
  )
}
