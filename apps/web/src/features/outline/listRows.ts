import type { AgentConfig, StepConfig } from '@petal/core/model'
import { agentTitle } from '../../editor/agentTitle.ts'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { listGroups } from '../../editor/groups.ts'
import { listNotes } from '../../editor/notes.ts'
import { indexSteps } from '../../editor/selectors.ts'
import { calledAgents } from '../../editor/trail.ts'
import { listWays } from './listWays.ts'
import type { OutlineRow, OutlineWay, RowContent } from './OutlineRow.ts'
import { orderSteps } from './orderSteps.ts'

/**
 * An agent as rows: the start, its steps in the order in which a run reaches them, the end, then the steps that it
 * never reaches, groups and notes. Below the start and each step its ways on, and the agents it calls.
 *
 * @param folded ids of the rows whose own rows are not shown
 */
export function listRows(
  agent: AgentConfig,
  facts: StepFactsSource,
  folded: ReadonlySet<string>,
): readonly OutlineRow[] {
  const waysOf = listWays(agent, facts)
  const { reached, unreached } = orderSteps(indexSteps(agent), waysOf)
  const groups = listGroups(agent)
  const groupOf = new Map(groups.flatMap(({ stepIds, title }) => stepIds.map((id) => [id, title] as const)))
  const toStep = (step: StepConfig, isReached: boolean): Node => ({
    id: stepRowId(step.id),
    content: { kind: 'step', step, isReached, group: groupOf.get(step.id) },
    inner: [...toAgents(step, agent, facts), ...toWays(waysOf(step.id))],
  })
  const nodes: readonly Node[] = [
    { id: 'start', content: { kind: 'start' }, inner: toWays(waysOf('START')) },
    ...reached.map((step) => toStep(step, true)),
    { id: 'end', content: { kind: 'end' }, inner: [] },
    ...unreached.map((step) => toStep(step, false)),
    ...groups.map((group): Node => ({ id: `group ${group.id}`, content: { kind: 'group', group }, inner: [] })),
    ...listNotes(agent).map((note): Node => ({ id: `note ${note.id}`, content: { kind: 'note', note }, inner: [] })),
  ]
  return nodes.flatMap((node, index) => toRows(node, { position: index + 1, setSize: nodes.length }, folded))
}

/** The id of the row of a step. */
export function stepRowId(stepId: string): string {
  return `step ${stepId}`
}

interface Node {
  readonly id: string
  readonly content: RowContent
  readonly inner: readonly Omit<Node, 'inner'>[]
}

function toRows(
  { id, content, inner }: Node,
  place: Pick<OutlineRow, 'position' | 'setSize'>,
  folded: ReadonlySet<string>,
): readonly OutlineRow[] {
  if (inner.length === 0) return [{ id, level: 1, ...place, ...content }]
  const expanded = !folded.has(id)
  const row: OutlineRow = { id, level: 1, expanded, ...place, ...content }
  if (!expanded) return [row]
  const setSize = inner.length
  return [
    row,
    ...inner.map(
      (node, index): OutlineRow => ({ id: node.id, level: 2, position: index + 1, setSize, ...node.content }),
    ),
  ]
}

/** A way keeps its row when it is led elsewhere: it is known by its exit. */
function toWays(ways: readonly OutlineWay[]): readonly Omit<Node, 'inner'>[] {
  const counts = new Map<string, number>()
  return ways.map((way) => {
    const exit = `way ${way.edge.from} ${way.edge.exit ?? ''}`
    const count = counts.get(exit) ?? 0
    counts.set(exit, count + 1)
    return { id: `${exit} ${count}`, content: { kind: 'way', way } }
  })
}

function toAgents(
  step: StepConfig,
  { agents = {} }: AgentConfig,
  facts: StepFactsSource,
): readonly Omit<Node, 'inner'>[] {
  return calledAgents(step, facts).flatMap((agentId) => {
    const called = Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
    if (called === undefined) return []
    const content: RowContent = { kind: 'agent', stepId: step.id, agentId, title: agentTitle(called, agentId) }
    return [{ id: `agent ${step.id} ${agentId}`, content }]
  })
}
