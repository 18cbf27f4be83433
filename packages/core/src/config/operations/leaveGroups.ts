import type { AgentConfig } from '../AgentConfig.ts'

/** The agent with groups that no longer name what is gone, so that what later gets the same id does not stand in one. */
export function leaveGroups(
  config: AgentConfig,
  gone: ReadonlySet<string>,
  members: 'steps' | 'notes' = 'steps',
): AgentConfig {
  const { groups } = config
  if (groups === undefined) return config
  const left = groups.map((group) => {
    const ids = group[members]
    if (!Array.isArray(ids)) return group
    const kept = ids.filter((id) => typeof id !== 'string' || !gone.has(id))
    return kept.length === ids.length ? group : { ...group, [members]: kept }
  })
  return left.every((group, index) => group === groups[index]) ? config : { ...config, groups: left }
}
