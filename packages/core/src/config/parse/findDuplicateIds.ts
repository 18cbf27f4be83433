import type { Problem } from '../../errors/Problem.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { t } from '../../language/t.ts'
import type { AgentConfig } from '../AgentConfig.ts'

/** An error for every step whose id an earlier step has: edges and positions could mean either. */
export function findDuplicateIds({ steps }: Pick<AgentConfig, 'steps'>): Problem[] {
  const seen = new Map<string, number>()
  return steps.flatMap(({ id }, index): Problem[] => {
    const first = seen.get(id)
    seen.set(id, first ?? index)
    if (first === undefined) return []
    const path = joinPath(joinPath('steps', index), 'id')
    const message = t('{path}: {id} is already the id of steps[{first}]. Give one of them another id.', {
      path,
      id,
      first,
    })
    return [{ code: 'graph.duplicateId', severity: 'error', path, message }]
  })
}
