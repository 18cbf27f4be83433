import type { AgentConfig, EdgeConfig } from '../../config/AgentConfig.ts'
import { END, START } from '../../config/listEdges.ts'
import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import type { StepPorts } from '../../step/StepDefinition.ts'
import type { AgentPlan, PlannedEdge, PlannedStep } from '../AgentPlan.ts'
import type { GraphAnalysis } from './analyseGraph.ts'
import { entryAt } from './entryAt.ts'
import { isLoop } from './findOrder.ts'
import type { Planning } from './Planning.ts'
import { resolveLLM } from './resolveLLM.ts'

/** The plan of an agent without errors: the steps that can be reached, and the edges between them. */
export function toPlan(planning: Planning): AgentPlan {
  const { config, stateType } = planning
  return {
    agent: config,
    stateType,
    messagesAdded: Object.hasOwn(stateType.fields, 'messages') && !Object.hasOwn(config.stateType.fields, 'messages'),
    steps: config.steps.flatMap((step, index) => planStep(planning, step, index) ?? []),
    edges: planEdges(planning),
    recursionLimit: config.graphConfig.recursionLimit,
  }
}

/** The step as it was planned before, while all it was made of is the same; an edit plans one step anew. */
function planStep(planning: Planning, step: AgentConfig['steps'][number], index: number): PlannedStep | undefined {
  const { config, steps, analysis } = planning
  const read = entryAt(steps, index)
  if (read.resolved === undefined || !analysis.isReachable(index)) return undefined
  const before = read.memo.planned
  const join = analysis.joins.has(index)
  const isSame =
    before?.agentLLM === config.llmConfig &&
    before.step.join === join &&
    (step.retry !== undefined || before.step.retry.maxRetries === config.graphConfig.maxRetries)
  if (isSame) return before.step
  const made = toPlannedStep(planning, index, read.resolved)
  read.memo.planned = { step: made, agentLLM: config.llmConfig }
  return made
}

function toPlannedStep(
  { config, steps, names, analysis }: Planning,
  index: number,
  resolved: ResolvedStep,
): PlannedStep {
  const step = entryAt(config.steps, index)
  const { disabled, enabled } = entryAt(steps, index)
  const { type, config: settings, ports, reads, writes, model, hosts } = resolved
  // Written out and added to: spread objects are slow to look into, and building looks into all of them.
  const planned: { -readonly [Key in keyof PlannedStep]: PlannedStep[Key] } = {
    id: step.id,
    index,
    type,
    nodeName: entryAt(names, index),
    config: settings,
    ports,
    reads,
    writes,
    retry: step.retry ?? { backOff: 'exponential', waitMs: 500, maxRetries: config.graphConfig.maxRetries },
    join: analysis.joins.has(index),
  }
  if (model !== undefined) planned.llm = resolveLLM(model.llmConfig, config.llmConfig)
  if (hosts.length > 0) planned.hosts = hosts
  if (step.timeout !== undefined) planned.timeoutMs = step.timeout
  if (disabled) Object.assign(planned, { disabled, ...passBy(enabled, ports) })
  else if (step.onError !== undefined && step.onError.action !== 'stop') planned.onError = step.onError
  return planned
}

function passBy(enabled: ResolvedStep | undefined, { outputs }: StepPorts): Pick<PlannedStep, 'passBy'> {
  const [port] = outputs
  return port === undefined || enabled === undefined || enabled.ports.outputs.length < 2 ? {} : { passBy: port.id }
}

const plannedEdges = new WeakMap<GraphAnalysis, readonly PlannedEdge[]>()

/** Tells edges apart: of an edge that can be followed neither end has the sign between them in its name. */
function keyOf({ from, exit, to }: EdgeConfig): string {
  return exit === undefined ? `${from}\n${to}` : `${from}\n${exit}\n${to}`
}

/** Edges between steps of the plan, each once. */
function planEdges({ config, analysis }: Planning): readonly PlannedEdge[] {
  const known = plannedEdges.get(analysis) ?? toPlannedEdges(config, analysis)
  plannedEdges.set(analysis, known)
  return known
}

function toPlannedEdges(config: AgentConfig, analysis: GraphAnalysis): readonly PlannedEdge[] {
  const { graph, order, edges } = analysis
  const numbers = new Map(config.steps.map(({ id }, index) => [id, index]))
  const left = new Set([...graph.closed, ...graph.faults.map(({ index }) => index)])
  const seen = new Set<string>()
  const isDisabled = (step: number) => config.steps[step]?.disabled === true
  return edges.flatMap((edge, index): readonly PlannedEdge[] => {
    if (left.has(index)) return []
    const { from, exit, to } = edge
    const [source, target] = [numbers.get(from), numbers.get(to)]
    if (from !== START && (source === undefined || !analysis.isReachable(source))) return []
    const key = keyOf(edge)
    if (seen.has(key)) return []
    seen.add(key)
    const loop = source !== undefined && target !== undefined && to !== END && isLoop(order, source, target)
    const planned: { -readonly [Key in keyof PlannedEdge]: PlannedEdge[Key] } = { from, to, loop }
    if (exit !== undefined) planned.exit = exit
    if (!loop || edge.maxTurns === undefined) return [planned]
    planned.maxTurns = edge.maxTurns
    if (edge.leaveBy !== undefined && !isDisabled(source)) planned.leaveBy = edge.leaveBy
    return [planned]
  })
}
