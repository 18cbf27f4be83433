import type { AgentConfig } from '../AgentConfig.ts'

type Group = NonNullable<AgentConfig['groups']>[number]

/**
 * The agent with groups that no longer name what is gone, so that what later gets the same id does not stand in one. A
 * group goes with its last member; one that was empty before stays.
 */
export function leaveGroups(
  config: AgentConfig,
  gone: ReadonlySet<string>,
  members: 'steps' | 'notes' = 'steps',
): AgentConfig {
  const { groups, ...rest } = config
  if (groups === undefined) return config
  const left = groups.flatMap((group) => {
    const ids = group[members]
    if (!Array.isArray(ids)) return [group]
    const kept = ids.filter((id) => typeof id !== 'string' || !gone.has(id))
    if (kept.length === ids.length) return [group]
    const next: Group = { ...group, [members]: kept }
    return isEmpty(next) ? [] : [next]
  })
  if (left.length === groups.length && left.every((group, index) => group === groups[index])) return config
  return left.length === 0 ? rest : { ...rest, groups: left }
}

function isEmpty({ steps, notes }: Group): boolean {
  return [steps, notes].every((ids) => !Array.isArray(ids) || ids.length === 0)
}
