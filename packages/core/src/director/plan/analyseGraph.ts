import type { AgentConfig, EdgeConfig } from '../../config/AgentConfig.ts'
import { listEdges } from '../../config/listEdges.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { buildStepGraph } from './buildStepGraph.ts'
import { findEndless } from './findEndless.ts'
import { findOrder, isLoop, type StepOrder } from './findOrder.ts'
import { findParallel, type Parallel } from './findParallel.ts'
import type { ReadStep } from './readSteps.ts'
import type { StepGraph } from './StepGraph.ts'

/** All that follows from an agent's edges and ports alone. */
export interface GraphAnalysis extends Parallel {
  readonly edges: readonly EdgeConfig[]
  readonly graph: StepGraph
  readonly order: StepOrder
  /** Steps that a run can never leave behind; of those it never comes to, perhaps none. */
  readonly endless: ReadonlySet<number>
  isReachable(step: number): boolean
}

interface Remembered {
  readonly ids: readonly string[]
  readonly outputs: readonly ReadStep['outputs'][]
  readonly disabled: readonly boolean[]
  readonly edges: readonly EdgeConfig[] | undefined
  readonly analysis: GraphAnalysis
}

/**
 * The newest analyses per registry: most edits change a setting and leave edges and ports as they were. Several, because
 * an agent may hold others.
 */
const newest = new WeakMap<StepRegistry, readonly Remembered[]>()
const kept = 8

/** Analyses the graph, or gives an analysis again when nothing it depends on has changed. */
export function analyseGraph(config: AgentConfig, steps: readonly ReadStep[], registry: StepRegistry): GraphAnalysis {
  const ids = config.steps.map(({ id }) => id)
  const outputs = steps.map((step) => step.outputs)
  const disabled = steps.map((step) => step.disabled)
  const known = newest.get(registry) ?? []
  const before = known.find((one) => isSame(one, { edges: config.edges, ids, outputs, disabled }))
  if (before !== undefined) return before.analysis
  const edges = listEdges(config)
  const graph = buildStepGraph(ids, outputs, edges, disabled)
  const order = findOrder(graph)
  const analysis: GraphAnalysis = {
    edges,
    graph,
    order,
    endless: hasLoop(graph, order) ? findEndless(graph) : new Set(),
    isReachable: (step) => order.ranks[step] !== undefined,
    ...findParallel(graph, order),
  }
  newest.set(registry, [{ ids, outputs, disabled, edges: config.edges, analysis }, ...known].slice(0, kept))
  return analysis
}

/** Most agents have no loop at all. */
function hasLoop({ next }: StepGraph, order: StepOrder): boolean {
  return order.steps.some((from) => next[from]?.some((to) => isLoop(order, from, to)))
}

function isSame(before: Remembered, { edges, ids, outputs, disabled }: Omit<Remembered, 'analysis'>): boolean {
  // The edges first: those of another agent differ in the very first, whereas its steps may be called the same.
  if (!sameItems(before.edges, edges) || !sameItems(before.disabled, disabled)) return false
  if (!sameItems(before.ids, ids) || before.outputs.length !== outputs.length) return false
  return outputs.every((list, step) => sameItems(before.outputs[step], list))
}

/** True for lists of the same items, compared by identity; and for two that are not there. */
export function sameItems<Item>(a: readonly Item[] | undefined, b: readonly Item[] | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.length !== b.length) return false
  return a.every((item, index) => item === b[index])
}
