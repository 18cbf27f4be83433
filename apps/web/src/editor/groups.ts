import type { AgentConfig, Json } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { listNotes, type NoteColour, noteColours } from './notes.ts'

/** Cards that belong together. In the file one of `groups`: `{ id, title, colour, steps: [ids], notes: [ids], collapsed }`. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly colour: NoteColour
  readonly stepIds: readonly string[]
  readonly noteIds: readonly string[]
  /** Drawn as one card. */
  readonly collapsed: boolean
}

type RawGroup = NonNullable<AgentConfig['groups']>[number]

const none: readonly Group[] = []
const read = new WeakMap<AgentConfig, readonly Group[]>()

/**
 * The groups of an agent that have a member, whatever wrote them: what one does not say is as in a new one, and a card
 * belongs to the first that names it. The same list for the same agent.
 */
export function listGroups(agent: AgentConfig): readonly Group[] {
  if (agent.groups === undefined) return none
  const known = read.get(agent) ?? readGroups(agent, agent.groups).filter(hasMembers)
  read.set(agent, known)
  return known
}

/** Adds a group. Its members leave those they were in. */
export function addGroup(agent: AgentConfig, group: Group): AgentConfig {
  const [steps, notes] = [new Set(group.stepIds), new Set(group.noteIds)]
  const others = (agent.groups ?? []).map((raw): RawGroup => {
    const [stepIds, noteIds] = [idsOf(raw.steps), idsOf(raw.notes)]
    const [keptSteps, keptNotes] = [stepIds.filter((id) => !steps.has(id)), noteIds.filter((id) => !notes.has(id))]
    const isSame = keptSteps.length === stepIds.length && keptNotes.length === noteIds.length
    return isSame
      ? raw
      : { ...raw, steps: keptSteps, ...(keptNotes.length === noteIds.length ? {} : { notes: keptNotes }) }
  })
  return withGroups(agent, [...others, toJson(group)])
}

/** What can be changed of a group. */
export type GroupChange = Partial<Pick<Group, 'title' | 'colour' | 'collapsed'>>

/** Changes groups. What else stands in one of them stays; what changes nothing gives the same agent. */
export function changeGroups(agent: AgentConfig, ids: readonly string[], change: GroupChange): AgentConfig {
  const { groups: raw = [] } = agent
  const groups = readGroups(agent, raw)
  const changed = raw.map((entry, index) => {
    const group = groups[index]
    if (group === undefined || !ids.includes(group.id) || !differs(group, change)) return entry
    const { collapsed: _, ...rest } = entry
    return { ...rest, id: group.id, ...toJson({ collapsed: group.collapsed, ...change }) }
  })
  return changed.every((entry, index) => entry === raw[index]) ? agent : { ...agent, groups: changed }
}

/** Takes frames away; their members stay. */
export function removeGroups(agent: AgentConfig, ids: readonly string[]): AgentConfig {
  const { groups: raw = [] } = agent
  const groups = readGroups(agent, raw)
  const left = raw.filter((_, index) => !ids.includes(groups[index]?.id ?? ''))
  return left.length === raw.length ? agent : withGroups(agent, left)
}

/** An id that no group of the agent has. */
export function freeGroupId(agent: AgentConfig): string {
  const taken = new Set(readGroups(agent, agent.groups ?? []).map(({ id }) => id))
  let count = taken.size + 1
  while (taken.has(`group-${count}`)) count += 1
  return `group-${count}`
}

/** The groups of which every member is among these. */
export function groupsWithin(
  agent: AgentConfig,
  { stepIds, noteIds }: { readonly stepIds: readonly string[]; readonly noteIds: readonly string[] },
): readonly Group[] {
  if (agent.groups === undefined) return none
  const [steps, notes] = [new Set(stepIds), new Set(noteIds)]
  return listGroups(agent).filter(
    (group) => group.stepIds.every((id) => steps.has(id)) && group.noteIds.every((id) => notes.has(id)),
  )
}

function withGroups(agent: AgentConfig, groups: readonly RawGroup[]): AgentConfig {
  const { groups: _, ...rest } = agent
  const left = groups.filter((raw) => idsOf(raw.steps).length + idsOf(raw.notes).length > 0)
  return left.length === 0 ? rest : { ...rest, groups: left }
}

function hasMembers({ stepIds, noteIds }: Group): boolean {
  return stepIds.length + noteIds.length > 0
}

function differs(group: Group, change: GroupChange): boolean {
  return JSON.stringify({ ...group, ...change }) !== JSON.stringify(group)
}

/** In the order of the file, with ids of their own and the members that are there. */
function readGroups(agent: AgentConfig, groups: readonly RawGroup[]): readonly Group[] {
  const steps = new Set(agent.steps.map(({ id }) => id))
  const notes = new Set(listNotes(agent).map(({ id }) => id))
  const taken = new Set<string>()
  const take = (ids: readonly string[], there: Set<string>) => [...new Set(ids)].filter((id) => there.delete(id))
  return groups.map((raw, index) => {
    const wanted = typeof raw.id === 'string' && raw.id !== '' ? raw.id : `group-${index + 1}`
    let id = wanted
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`
    taken.add(id)
    return {
      id,
      title: typeof raw.title === 'string' && raw.title.trim() !== '' ? raw.title : t('Group'),
      colour: noteColours.find((known) => known === raw.colour) ?? 'grey',
      stepIds: take(idsOf(raw.steps), steps),
      noteIds: take(idsOf(raw.notes), notes),
      collapsed: raw.collapsed === true,
    }
  })
}

function idsOf(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return []
  const items: readonly Json[] = value
  return items.filter((id) => typeof id === 'string')
}

function toJson({ stepIds, noteIds, collapsed, ...words }: Partial<Group>): RawGroup {
  return {
    ...words,
    ...(stepIds === undefined ? {} : { steps: [...stepIds] }),
    ...(noteIds === undefined || noteIds.length === 0 ? {} : { notes: [...noteIds] }),
    ...(collapsed === true ? { collapsed } : {}),
  }
}
