import { type AgentConfig, joinPath, looksLikeSecret } from '@petal/core/model'

/** A text in an agent that looks like a key. */
export interface FoundSecret {
  /** What it looks like: `OpenAI key`. */
  readonly kind: string
  /** Relative to the step when there is one, else to the file. */
  readonly path: string
  readonly stepId?: string
}

/** Every text of an agent that looks like a key, so that the person hears of it before the file leaves. */
export function findSecrets(config: AgentConfig): readonly FoundSecret[] {
  const { steps, layout: _, ...rest } = config
  const inSteps = steps.flatMap(({ id, ...step }) => search(step, '').map((found) => ({ ...found, stepId: id })))
  return [...inSteps, ...search(rest, '')]
}

function search(value: unknown, path: string): readonly FoundSecret[] {
  if (typeof value === 'string') return looksLikeSecret(value).map(({ kind }) => ({ kind, path }))
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, joinPath(path, index)))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => search(item, joinPath(path, key)))
}
