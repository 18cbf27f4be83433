import type { AgentConfig } from './AgentConfig.ts'
import { isStepId } from './isStepId.ts'

/**
 * A readable id that no step has: a slug of `wish` (a step type or a name), with `-2`, `-3` … when it is taken.
 * Ids are given once: renaming a step later changes its `nodeName`, never its id.
 */
export function createStepId(config: Pick<AgentConfig, 'steps'>, wish: string): string {
  return createFreeId(new Set(config.steps.map((step) => step.id)), wish)
}

/** The same against a set of ids, for callers that make many at once. */
export function createFreeId(taken: ReadonlySet<string>, wish: string): string {
  const base = toSlug(wish)
  if (!taken.has(base)) return base
  const stem = base.replace(/-\d+$/, '').slice(0, 56)
  for (let number = 2; ; number += 1) {
    const id = `${stem}-${number}`
    if (!taken.has(id)) return id
  }
}

function toSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
  return isStepId(slug) ? slug : 'step'
}
