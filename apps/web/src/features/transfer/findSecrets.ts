import { type AgentConfig, isJsonObject, type Json, joinPath, looksLikeSecret } from '@petal/core/model'

/** A text in an agent that looks like a key. */
export interface FoundSecret {
  /** What it looks like: `OpenAI key`. */
  readonly kind: string
  /** Relative to the step when there is one, else to the file. */
  readonly path: string
  readonly stepId?: string
}

/**
 * Every text of an agent that looks like a key, so that the person hears of it before the file leaves. A file that is
 * no agent of this version is searched as it is.
 */
export function findSecrets(file: AgentConfig | Json): readonly FoundSecret[] {
  if (!isJsonObject(file) || !Array.isArray(file.steps)) return search(file, '')
  const { steps, layout: _, ...rest } = file
  return [...steps.flatMap(searchStep), ...search(rest, '')]
}

function searchStep(step: unknown): readonly FoundSecret[] {
  if (!isJsonObject(step) || typeof step.id !== 'string') return search(step, 'steps')
  const { id: stepId, ...rest } = step
  return search(rest, '').map((found) => ({ ...found, stepId }))
}

function search(value: unknown, path: string): readonly FoundSecret[] {
  if (typeof value === 'string') return looksLikeSecret(value).map(({ kind }) => ({ kind, path }))
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, joinPath(path, index)))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => search(item, joinPath(path, key)))
}
