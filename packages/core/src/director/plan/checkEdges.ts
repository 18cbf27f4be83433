import type { EdgeConfig } from '../../config/AgentConfig.ts'
import { END, START } from '../../config/listEdges.ts'
import type { Problem, ProblemFix } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { closestName } from '../../templates/closestName.ts'
import { findGate } from './checkDisabled.ts'
import { entryAt } from './entryAt.ts'
import { isLoop } from './findOrder.ts'
import type { Planning } from './Planning.ts'
import { listNames } from './problemTexts.ts'
import type { EdgeFault } from './StepGraph.ts'

/** That every edge connects what exists, and that there is a first step. */
export function checkEdges(planning: Planning): readonly Problem[] {
  const { analysis, config } = planning
  const faults = analysis.graph.faults.map((fault) => toProblem(planning, fault))
  if (config.steps.length === 0 || analysis.graph.starts.length > 0) return faults
  return [...faults, noStart(planning)]
}

function toProblem(planning: Planning, { kind, index }: EdgeFault): Problem {
  const edge = entryAt(planning.analysis.edges, index)
  const path = `edges[${index}]`
  const ids = planning.config.steps.map(({ id }) => id)
  const remove: ProblemFix = { label: t('Remove the edge'), change: { path } }
  const dangling = { code: 'graph.dangling', severity: 'error', fix: remove } as const
  switch (kind) {
    case 'unknownFrom': {
      const message = t("Found edge starting at unknown node '{from}'", { from: edge.from })
      return { ...dangling, path: `${path}.from`, message, cause: { available: ids } }
    }
    case 'unknownTo': {
      const message = t('Found edge ending at unknown node `{to}`', { to: edge.to })
      return { ...dangling, path: `${path}.to`, message, cause: { available: ids } }
    }
    case 'fromEnd':
      return { ...dangling, path: `${path}.from`, message: t('END cannot be a start node') }
    case 'toStart':
      return { ...dangling, path: `${path}.to`, message: t('START cannot be an end node') }
    case 'unknownExit':
      return unknownExit(planning, edge, path)
    default:
      return kind satisfies never
  }
}

function unknownExit({ config, steps, names }: Planning, { from, exit = '' }: EdgeConfig, path: string): Problem {
  const index = config.steps.findIndex(({ id }) => id === from)
  const available = steps[index]?.outputs ?? []
  const closest = closestName(exit, available)
  return {
    code: 'graph.unknownExit',
    severity: 'error',
    path: `${path}.exit`,
    message: t('"{name}" has no exit "{exit}". Its exits: {available}.', {
      name: names[index],
      exit,
      available: listNames(available),
    }),
    cause: { available },
    fix:
      closest === undefined
        ? { label: t('Remove the edge'), change: { path } }
        : { label: t('Leave by {closest}', { closest }), change: { path: `${path}.exit`, value: closest } },
  }
}

function noStart({ config, names, analysis }: Planning): Problem {
  const open = config.steps.findIndex((_, index) => analysis.graph.previous[index]?.length === 0)
  const first = Math.max(0, open)
  const to = entryAt(config.steps, first).id
  return {
    code: 'graph.noStart',
    severity: 'error',
    path: 'edges',
    message: t('Graph must have an entrypoint: add at least one edge from START to another node'),
    fix: {
      label: t('Start with {name}', { name: names[first] }),
      change: { path: 'edges', value: toJson([{ from: START, to }, ...analysis.edges]) },
    },
  }
}

/** That every step is led to, and that every exit leads somewhere. Nothing to say while there is no start at all. */
export function checkWays(planning: Planning): readonly Problem[] {
  const { config, names, analysis } = planning
  if (analysis.graph.starts.length === 0) return []
  return config.steps.flatMap(({ id }, index): readonly Problem[] => {
    if (analysis.isReachable(index))
      return config.edges === undefined ? [] : listDeadRoutes(planning, index, config.edges)
    // A second step of the same id is a problem of its own.
    if (config.steps.findIndex((step) => step.id === id) !== index) return []
    const gate = findGate(planning, index)
    if (gate !== undefined) {
      const message = t('"{name}" does not run while "{other}" is disabled, which then leads on by another exit.', {
        name: names[index],
        other: names[gate],
      })
      return [{ code: 'graph.unreachable', severity: 'info', stepId: id, message }]
    }
    const message = t('"{name}" never runs: no way leads to it from the start. Connect it, or remove it.', {
      name: names[index],
    })
    return [{ code: 'graph.unreachable', severity: 'warning', stepId: id, message }]
  })
}

/** Exits of a step that has several, of which some are connected: an exit left open may have been forgotten. */
function listDeadRoutes(
  { config, steps, names, analysis }: Planning,
  index: number,
  edges: readonly EdgeConfig[],
): readonly Problem[] {
  const firings = entryAt(analysis.graph.firings, index)
  if (firings.length < 2 || firings.every(({ connected }) => connected)) return []
  const stepId = entryAt(config.steps, index).id
  const outputs = steps[index]?.resolved?.ports.outputs ?? []
  return firings.flatMap(({ exit, connected }): readonly Problem[] => {
    if (connected || exit === undefined) return []
    const label = outputs.find((port) => port.id === exit)?.label ?? exit
    return [
      {
        code: 'graph.deadRoute',
        severity: 'warning',
        stepId,
        message: t(
          'When "{name}" leaves by "{label}", this branch ends: no edge starts there. Connect it to a step, or to the end.',
          { name: names[index], label },
        ),
        cause: { detail: { exit } },
        fix: {
          label: t('End at {label}', { label }),
          change: { path: 'edges', value: toJson([...edges, { from: stepId, exit, to: END }]) },
        },
      },
    ]
  })
}

/** That every loop can be left. */
export function checkLoops({ config, names, analysis }: Planning): readonly Problem[] {
  const { endless, graph, isReachable, order } = analysis
  if (endless.size === 0) return []
  const limit = config.graphConfig.recursionLimit
  return [...endless].flatMap((from): readonly Problem[] => {
    if (!isReachable(from)) return []
    const to = entryAt(graph.next, from).find((next) => endless.has(next) && isLoop(order, from, next))
    if (to === undefined) return []
    const message =
      to === from
        ? t(
            '"{name}" leads back to itself, and no exit ever leaves this loop: a run goes round until the limit of {limit} steps stops it. Put a condition into it.',
            { name: names[from], limit },
          )
        : t(
            '"{name}" leads back to "{other}", and no exit ever leaves this loop: a run goes round until the limit of {limit} steps stops it. Put a condition into it.',
            { name: names[from], other: names[to], limit },
          )
    return [{ code: 'graph.endlessLoop', severity: 'warning', stepId: entryAt(config.steps, from).id, message }]
  })
}

/** Edges come from a configuration: plain data. */
function toJson(edges: readonly EdgeConfig[]): Json {
  return edges.map((edge) => ({ ...edge }))
}
