import type { JsonObject } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { createFreeId } from '../createStepId.ts'
import { toJson } from '../difference/toJson.ts'
import { listEdges } from '../listEdges.ts'
import type { MergeSides } from './MergeConflict.ts'
import { sameJson } from './sameJson.ts'

const parts = ['steps', 'notes', 'groups'] as const
type Part = (typeof parts)[number]

/**
 * Their agent with new ids for what both sides made under one id: people see names, and ids are made by counting, so that
 * two tabs that each add a step mean two steps. What is the same on both sides, and is wired alike, is one.
 */
export function withFreeIds({ base, mine, theirs }: MergeSides<AgentConfig>): AgentConfig {
  return parts.reduce((agent, part) => {
    const [before, own, others] = [base, mine, agent].map((side) => idsOf(side, part))
    const known = new Set([base, mine, theirs].flatMap((side) => parts.flatMap((key) => [...idsOf(side, key).keys()])))
    const renamed = new Map<string, string>()
    for (const [id, item] of others ?? []) {
      const other = own?.get(id)
      if (other === undefined || before?.has(id)) continue
      if (sameJson(other, item) && (part !== 'steps' || isWiredAlike(mine, theirs, id))) continue
      if (part === 'steps' && isNamedInSettings(agent, id)) continue
      const free = createFreeId(known, id)
      known.add(free)
      renamed.set(id, free)
    }
    return renamed.size === 0 ? agent : rename(agent, part, renamed)
  }, theirs)
}

function idsOf(agent: AgentConfig, part: Part): ReadonlyMap<string, JsonObject> {
  const list: readonly object[] = agent[part] ?? []
  return new Map(list.map(toJson).flatMap((item) => (typeof item.id === 'string' ? [[item.id, item]] : [])))
}

/** Two equal steps are one only where they stand in one place of the flow. */
function isWiredAlike(mine: AgentConfig, theirs: AgentConfig, id: string): boolean {
  const [own, others] = [mine, theirs].map((side) =>
    listEdges(side)
      .filter(({ from, to }) => from === id || to === id)
      .map(({ from, exit, to }) => JSON.stringify([from, exit ?? null, to]))
      .sort(),
  )
  return String(own) === String(others)
}

/** A setting may mean the step: which, only its type knows, so that nothing is done to it. */
function isNamedInSettings({ steps }: AgentConfig, id: string): boolean {
  return JSON.stringify(steps.map(({ config }) => config)).includes(JSON.stringify(id))
}

function rename(agent: AgentConfig, part: Part, ids: ReadonlyMap<string, string>): AgentConfig {
  const idOf = (id: string) => ids.get(id) ?? id
  const { groups, notes, edges } = agent
  const renamed = <Item extends { readonly id?: unknown }>(list: readonly Item[] | undefined) =>
    (list ?? []).map((item) =>
      typeof item.id === 'string' && ids.has(item.id) ? { ...item, id: idOf(item.id) } : item,
    )
  if (part === 'groups') return { ...agent, groups: renamed(groups) }
  const regrouped = groups === undefined ? {} : { groups: groups.map((group) => renameMembers(group, part, idOf)) }
  if (part === 'notes') return { ...agent, ...regrouped, notes: renamed(notes) }
  const rewired = edges?.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }))
  return {
    ...agent,
    ...regrouped,
    steps: renamed(agent.steps),
    layout: Object.fromEntries(Object.entries(agent.layout).map(([id, place]) => [idOf(id), place])),
    ...(rewired === undefined ? {} : { edges: rewired }),
  }
}

function renameMembers<Group extends JsonObject>(
  group: Group,
  part: 'steps' | 'notes',
  idOf: (id: string) => string,
): Group {
  const members = group[part]
  if (!Array.isArray(members)) return group
  return { ...group, [part]: members.map((id) => (typeof id === 'string' ? idOf(id) : id)) }
}
