import type { Json } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import type { AgentDifference, DifferenceKind, DifferencePart } from './AgentDifference.ts'
import { differenceParts } from './AgentDifference.ts'
import { diffEdges } from './diffEdges.ts'
import { diffValues, type ValueDifference } from './diffValues.ts'
import { isProse } from './isProse.ts'
import { nameThings } from './nameThings.ts'
import { toComparable } from './toComparable.ts'

/**
 * What differs between two agents: every path at which their comparable trees differ belongs to exactly one entry. Told
 * in the order of `differenceParts`, agents of the file after the file's own.
 */
export function diffAgents(before: AgentConfig, after: AgentConfig): readonly AgentDifference[] {
  const { agents: oldAgents = {}, ...old } = before
  const { agents: newAgents = {}, ...now } = after
  const ids = [...new Set([...Object.keys(oldAgents), ...Object.keys(newAgents)])]
  return [...diffOne(old, now), ...ids.flatMap((id) => diffInner(id, own(oldAgents, id), own(newAgents, id)))]
}

function diffInner(
  agentId: string,
  before: AgentConfig | undefined,
  after: AgentConfig | undefined,
): readonly AgentDifference[] {
  const prefix = ['agents', agentId]
  if (before !== undefined && after !== undefined)
    return diffAgents(before, after).map((difference) => ({
      ...difference,
      agentId: difference.agentId ?? agentId,
      paths: difference.paths.map((path) => [...prefix, ...path]),
    }))
  const name = after?.name ?? before?.name ?? agentId
  const sides = {
    ...(before === undefined ? {} : { before: toComparable(before) }),
    ...(after === undefined ? {} : { after: toComparable(after) }),
  }
  const kind = before === undefined ? 'added' : 'removed'
  return [{ part: 'agent', kind, agentId, id: agentId, name, setting: [], ...sides, isText: false, paths: [prefix] }]
}

function diffOne(before: AgentConfig, after: AgentConfig): readonly AgentDifference[] {
  const { edges: oldEdges = {}, ...old } = toComparable(before)
  const { edges: newEdges = {}, ...now } = toComparable(after)
  const names = nameThings(before, after)
  const rest = diffValues(old, now).map((difference) => toDifference(difference, names))
  const found = [
    ...joinPlaces(rest),
    ...diffOrder(before, after),
    ...diffEdges(oldEdges, newEdges, names.step ?? new Map()),
  ]
  return differenceParts.flatMap((part) => found.filter((difference) => difference.part === part))
}

/** Parts whose members stand under their names, and how deep. */
const members: Readonly<Record<string, DifferencePart>> = {
  steps: 'step',
  layout: 'step',
  tools: 'tool',
  notes: 'note',
  groups: 'group',
}

function toDifference(difference: ValueDifference, names: ReturnType<typeof nameThings>): AgentDifference {
  const [key = '', id = '', ...inside] = difference.path
  const part = members[key]
  if (part !== undefined && difference.path.length > 1) {
    const name = names[part]?.get(id) ?? id
    if (key !== 'layout') return create(difference, { part, id, name, setting: inside })
    const pin = asPin(difference)
    return create(pin ?? difference, { part, id, name, setting: [pin === undefined ? 'place' : 'pinned'] })
  }
  const [field, ...fieldSetting] = inside
  if (key === 'stateType' && id === 'fields' && field !== undefined)
    return create(difference, { part: 'field', id: field, name: field, setting: fieldSetting })
  return create(difference, { part: 'setting', id: key, name: key, setting: difference.path.slice(1) })
}

function create(
  { path, before, after }: ValueDifference,
  thing: Pick<AgentDifference, 'part' | 'id' | 'name' | 'setting'>,
): AgentDifference {
  return {
    ...thing,
    kind: kindOf(thing, before, after),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    isText: isProse(before, after),
    paths: [path],
  }
}

function kindOf(
  { part, setting }: Pick<AgentDifference, 'part' | 'setting'>,
  before: Json | undefined,
  after: Json | undefined,
): DifferenceKind {
  const [key] = setting
  if (key === undefined) return (before ?? null) === null ? 'added' : (after ?? null) === null ? 'removed' : 'changed'
  if (part === 'step' && key === 'nodeName') return 'renamed'
  return (part === 'step' && key === 'place') || (part === 'note' && key === 'position') ? 'moved' : 'changed'
}

/** The place of a step that came or went is no difference of its own. */
function joinPlaces(found: readonly AgentDifference[]): readonly AgentDifference[] {
  const isWhole = ({ part, setting }: AgentDifference) => part === 'step' && setting.length === 0
  const whole = new Set(found.filter(isWhole).map(({ id }) => id))
  const places = new Map(found.filter(isPlace).map((place) => [place.id, place]))
  return found.flatMap((difference) => {
    if (isPlace(difference)) return whole.has(difference.id) ? [] : [difference]
    const place = isWhole(difference) ? places.get(difference.id) : undefined
    return [place === undefined ? difference : { ...difference, paths: [...difference.paths, ...place.paths] }]
  })
}

function isPlace({ part, kind }: AgentDifference): boolean {
  return part === 'step' && kind === 'moved'
}

/** The order of the steps that are on both sides; what came or went is told already. */
function diffOrder(before: AgentConfig, after: AgentConfig): readonly AgentDifference[] {
  const orderOf = (agent: AgentConfig, other: AgentConfig) => {
    const kept = new Set(other.steps.map(({ id }) => id))
    return agent.steps.map(({ id }) => id).filter((id) => kept.has(id))
  }
  const sides = { before: orderOf(before, after), after: orderOf(after, before) }
  if (sides.before.join() === sides.after.join()) return []
  const thing = { part: 'setting', kind: 'moved', id: 'steps', name: 'steps', setting: [] } as const
  return [{ ...thing, ...sides, isText: false, paths: [['order']] }]
}

/** A place where only the pin was set or taken away, as a setting that is on or off. */
function asPin({ path, before, after }: ValueDifference): ValueDifference | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined
  const [[x, y, was], [left, top, is]] = [before, after]
  return x === left && y === top ? { path, before: was !== undefined, after: is !== undefined } : undefined
}

function own(agents: Readonly<Record<string, AgentConfig>>, id: string): AgentConfig | undefined {
  return Object.hasOwn(agents, id) ? agents[id] : undefined
}
