import type { AgentConfig, EdgeConfig, Position, StepConfig } from '../../config/AgentConfig.ts'
import { createFreeId } from '../../config/createStepId.ts'
import { listEdges } from '../../config/listEdges.ts'
import { leaveGroups } from '../../config/operations/leaveGroups.ts'
import { removeAgent } from '../../config/operations/removeAgent.ts'
import { sameEdge } from '../../config/operations/sameEdge.ts'
import { t } from '../../language/t.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentCall } from '../../step/StepDefinition.ts'
import { entryAt } from '../plan/entryAt.ts'
import type { Planning } from '../plan/Planning.ts'
import { takeApart } from '../plan/takeApart.ts'
import { findDifference } from './findDifference.ts'
import type { Reshaped } from './Reshaped.ts'

/**
 * Puts the steps of the agent that a step calls in its place. Refused, with the reason, where a run would come to
 * something else. The agent goes when nothing else calls it.
 *
 * @param self the id under which `config` itself stands in the list of agents that it shares, as it was before
 */
export function dissolveSubagent(config: AgentConfig, stepId: string, registry: StepRegistry, self?: string): Reshaped {
  const outer = takeApart(config, registry)
  const index = config.steps.findIndex(({ id }) => id === stepId)
  const step = config.steps[index]
  const call = readCall(outer, index)
  if (step === undefined || call === undefined) {
    return {
      ok: false,
      reason: t('What goes in or comes out has another name, or is computed: make the names the same.'),
    }
  }
  const { agents = {} } = config
  const agent = Object.hasOwn(agents, call.agent) ? agents[call.agent] : undefined
  if (agent === undefined)
    return { ok: false, reason: t('There is no agent "{agent}" in this file.', { agent: call.agent }) }
  const inner = takeApart({ ...agent, agents }, registry)
  const reason = refuseStep(step) ?? findDifference(outer, inner, { index, call })
  if (reason !== undefined) return { ok: false, reason }
  const placed = placeInside(outer, inner, step)
  const reshaped = join(outer, inner, { step, steps: placed })
  return {
    ok: true,
    config: isCalled(reshaped, [call.agent, self], registry) ? reshaped : removeAgent(reshaped, call.agent),
    stepIds: placed.map(({ id }) => id),
  }
}

function readCall({ steps }: Planning, index: number): AgentCall | undefined {
  const step = steps[index]?.enabled
  return step?.definition.call?.read(step.config)
}

function refuseStep({ timeout, retry, onError, disabled }: StepConfig): string | undefined {
  if (disabled) return t('It is disabled, which its steps would not be: enable it first.')
  if (timeout !== undefined) return t('It has a time limit of its own, which its steps would not have together.')
  if (retry !== undefined) return t('It is tried again as a whole, which its steps would not be.')
  if (onError !== undefined) return t('It has a way of its own when it fails, which its steps would not have together.')
  return undefined
}

/** The steps of the called agent under ids and names that are free outside. */
function placeInside({ config, names }: Planning, inner: Planning, gone: StepConfig): readonly StepConfig[] {
  const ids = new Set(config.steps.flatMap(({ id }) => (id === gone.id ? [] : [id])))
  const taken = new Set(names.filter((_, index) => config.steps[index]?.id !== gone.id))
  return inner.config.steps.map((step, index) => {
    const id = createFreeId(ids, step.id)
    ids.add(id)
    const wish = entryAt(inner.names, index)
    let nodeName = wish
    for (let count = 2; taken.has(nodeName); count += 1) nodeName = `${wish} ${count}`
    taken.add(nodeName)
    return { ...step, id, nodeName }
  })
}

interface Joining {
  readonly step: StepConfig
  readonly steps: readonly StepConfig[]
}

function join(outer: Planning, inner: Planning, { step, steps }: Joining): AgentConfig {
  const { config } = outer
  const at = config.steps.findIndex(({ id }) => id === step.id)
  const isChain = config.edges === undefined && inner.config.edges === undefined
  const { [step.id]: place, ...layout } = config.layout
  const { fields } = inner.config.stateType
  const local = Object.entries(fields).filter(([name]) => !Object.hasOwn(config.stateType.fields, name))
  const added = local.map(([name, { input: _, ...field }]) => [name, field] as const)
  return {
    ...leaveGroups(config, new Set([step.id])),
    steps: config.steps.toSpliced(at, 1, ...steps),
    ...(isChain ? {} : { edges: joinEdges(outer, inner, { step, steps }) }),
    stateType: { ...config.stateType, fields: { ...config.stateType.fields, ...Object.fromEntries(added) } },
    layout: { ...layout, ...placeAround(inner, steps, place ?? [0, 0]) },
  }
}

function joinEdges(outer: Planning, inner: Planning, { step, steps }: Joining): readonly EdgeConfig[] {
  const ids = new Map(inner.config.steps.map(({ id }, index) => [id, entryAt(steps, index).id]))
  const all = listEdges(outer.config)
  const starts = inner.analysis.graph.starts.map((start) => entryAt(steps, start).id)
  const targets = all.filter(({ from }) => from === step.id).map(({ to }) => to)
  const into = all.flatMap((edge) =>
    edge.to !== step.id ? (edge.from === step.id ? [] : [edge]) : starts.map((to) => ({ ...edge, to })),
  )
  // What begins or ends outside, or leads nowhere, connects none of its steps.
  const within = listEdges(inner.config).flatMap((edge): readonly EdgeConfig[] => {
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)]
    return from === undefined || to === undefined ? [] : [{ ...edge, from, to }]
  })
  const edges = [...into, ...within, ...leaving(inner, steps, targets)]
  return edges.filter((edge, index) => edges.findIndex((other) => sameEdge(other, edge)) === index)
}

/** Where the agent came to its end, the way now leads on. */
function leaving(
  { analysis }: Planning,
  steps: readonly StepConfig[],
  targets: readonly string[],
): readonly EdgeConfig[] {
  return analysis.graph.firings.flatMap((firings, index) => {
    const from = entryAt(steps, index).id
    const isSingle = firings.length === 1
    return firings
      .filter((firing) => firing.targets.length === 0)
      .flatMap(({ exit }) =>
        targets.map((to): EdgeConfig => (isSingle || exit === undefined ? { from, to } : { from, exit, to })),
      )
  })
}

/** The inner steps around the place of the one they stand for. */
function placeAround(
  { config }: Planning,
  steps: readonly StepConfig[],
  [left, top]: Position,
): Readonly<Record<string, Position>> {
  const places = config.steps.flatMap(({ id }, index): [string, Position][] => {
    const place = config.layout[id]
    return place === undefined ? [] : [[entryAt(steps, index).id, place]]
  })
  const x = Math.min(...places.map(([, place]) => place[0]))
  const y = Math.min(...places.map(([, place]) => place[1]))
  return Object.fromEntries(
    places.map(([id, place]): [string, Position] => [id, [left + place[0] - x, top + place[1] - y]]),
  )
}

/** Whether the agent itself, or one of the file's other than those named, calls the first of these. */
function isCalled(
  { agents = {}, ...own }: AgentConfig,
  [agentId, self]: readonly [string, string | undefined],
  registry: StepRegistry,
): boolean {
  const others = Object.entries(agents).flatMap(([id, agent]) => (id === agentId || id === self ? [] : [agent]))
  return [own, ...others].some((agent) => {
    const named = takeApart({ ...agent, agents }, registry).steps.flatMap(({ enabled }) => enabled?.agents ?? [])
    return (
      named.some(({ agent: called }) => called === agentId) ||
      agent.tools?.some((tool) => tool.agent === agentId) === true
    )
  })
}
