import { type AgentConfig, type AgentDifference, diffAgents, listEdges } from '@petal/core/model'
import type { StepFactsSource } from '../../../editor/createStepFacts.ts'
import { edgeId } from '../../../editor/edgeId.ts'
import { type ChangedThing, groupDifferences } from '../../../look/difference/groupDifferences.ts'
import { noteNodeId } from '../noteNode.ts'
import { uniteAgents } from './uniteAgents.ts'

/** One thing that differs, and where it is on the canvas. */
export interface ShownChange extends ChangedThing {
  /** The card or the note that is marked. */
  readonly nodeId: string | undefined
  /** The step, if it is one. */
  readonly stepId: string | undefined
  /** The wires that are marked, by their ids. */
  readonly wires: ReadonlyMap<string, 'added' | 'removed' | 'changed'>
  /** What is looked at to see it; nothing for what has no place, such as a setting of the agent. */
  readonly seen: readonly string[]
}

/** Two agents as one picture. */
export interface ComparisonPlan {
  /** Everything of both, to be drawn. */
  readonly agent: AgentConfig
  /** What differs: first what has a place, from left to right. */
  readonly changes: readonly ShownChange[]
}

/** Where the differences of two agents are on a canvas that shows both. Nothing of it is kept. */
export function planComparison(before: AgentConfig, after: AgentConfig, facts: StepFactsSource): ComparisonPlan {
  const agent = uniteAgents(before, after, facts)
  const things = groupDifferences(diffAgents(before, after)).flatMap((group) => group.things)
  const changes = things.map((thing) => show(thing, before, after))
  return { agent, changes: [...changes].sort(byPlace(agent)) }
}

function show(thing: ChangedThing, before: AgentConfig, after: AgentConfig): ShownChange {
  const [first] = thing.differences
  const nothing = { ...thing, nodeId: undefined, stepId: undefined, wires: new Map(), seen: [] }
  if (first === undefined) return nothing
  if (first.part === 'edge') {
    const wires = new Map(thing.differences.flatMap((difference) => wiresOf(difference, before, after)))
    return { ...nothing, wires: new Map([...wires].map(([id, { kind }]) => [id, kind])), seen: endsOf(wires) }
  }
  if (first.part === 'group') return { ...nothing, seen: membersOf(first, before, after) }
  if (first.part === 'step') return { ...nothing, nodeId: first.id, stepId: first.id, seen: [first.id] }
  const nodeId = noteNodeId(first.id)
  return first.part === 'note' ? { ...nothing, nodeId, seen: [nodeId] } : nothing
}

interface Wire {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly ends: readonly string[]
}

/** Of an edge that leads elsewhere there are two wires: where it led, and where it leads. */
function wiresOf(difference: AgentDifference, before: AgentConfig, after: AgentConfig): readonly [string, Wire][] {
  const old = edgesOf(difference, before)
  const now = edgesOf(difference, after)
  const known = new Set(old.map(edgeId))
  const [gone, left] = [new Set(now.map(edgeId)), [...old, ...now]]
  return left.map((edge): [string, Wire] => {
    const id = edgeId(edge)
    const kind = !known.has(id) ? 'added' : gone.has(id) ? 'changed' : 'removed'
    return [id, { kind, ends: [edge.from, edge.to] }]
  })
}

/** The edges a difference speaks of, on one side. */
function edgesOf({ agentId, paths }: AgentDifference, file: AgentConfig) {
  const agent = agentOf(file, agentId)
  const [path = []] = paths
  const [from, exit, to] = path.slice(path.indexOf('edges', agentId === undefined ? 0 : 2) + 1)
  return (agent === undefined ? [] : listEdges(agent)).filter(
    (edge) =>
      edge.from === from &&
      (edge.exit === undefined ? '*' : JSON.stringify(edge.exit)) === exit &&
      (to === undefined || edge.to === to),
  )
}

function endsOf(wires: ReadonlyMap<string, Wire>): readonly string[] {
  return [...new Set([...wires.values()].flatMap(({ ends }) => ends))]
}

function membersOf({ agentId, id }: AgentDifference, before: AgentConfig, after: AgentConfig): readonly string[] {
  const groups = [before, after].flatMap((file) => agentOf(file, agentId)?.groups ?? [])
  const steps = groups.filter((group) => group.id === id).flatMap((group) => group.steps)
  return [...new Set(steps.filter((step) => typeof step === 'string'))]
}

function agentOf(file: AgentConfig, agentId: string | undefined): AgentConfig | undefined {
  const { agents = {} } = file
  if (agentId === undefined) return file
  return Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
}

/** The file's own agent first; in each agent what has a place first, from left to right and from top to bottom. */
function byPlace(file: AgentConfig): (a: ShownChange, b: ShownChange) => number {
  const rank = ({ agentId, seen }: ShownChange) => {
    const layout = agentOf(file, agentId)?.layout ?? {}
    const found = seen.flatMap((id) => (Object.hasOwn(layout, id) ? [layout[id] ?? [0, 0]] : []))
    const least = (axis: 0 | 1) => found.reduce((sofar, place) => Math.min(sofar, place[axis]), farAway)
    return { agent: agentId ?? '', order: [seen.length === 0 ? 1 : 0, least(0), least(1)] }
  }
  return (a, b) => {
    const [own, other] = [rank(a), rank(b)]
    if (own.agent !== other.agent) return own.agent < other.agent ? -1 : 1
    const steps = own.order.map((value, index) => value - (other.order[index] ?? 0))
    return steps.find((step) => step !== 0) ?? 0
  }
}

const farAway = Number.MAX_SAFE_INTEGER
