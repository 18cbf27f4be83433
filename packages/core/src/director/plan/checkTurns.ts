import type { EdgeConfig } from '../../config/AgentConfig.ts'
import { END } from '../../config/listEdges.ts'
import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { isLoop } from './findOrder.ts'
import type { Planning } from './Planning.ts'
import { listNames } from './problemTexts.ts'

/** That limits of turns stand at edges that lead back, and that the exit which is taken then is another one. */
export function checkTurns(planning: Planning): readonly Problem[] {
  const { edges } = planning.analysis
  return edges.flatMap((edge, index) => {
    if (edge.maxTurns === undefined && edge.leaveBy === undefined) return []
    return checkEdge(planning, edge, `edges[${index}]`)
  })
}

function checkEdge(planning: Planning, edge: EdgeConfig, path: string): readonly Problem[] {
  const { from, exit, to, maxTurns, leaveBy } = edge
  const { config, names, steps, analysis } = planning
  const [source, target] = [from, to].map((id) => config.steps.findIndex((step) => step.id === id))
  // Ends that are not there are a problem of their own.
  if (source === undefined || target === undefined || source < 0 || (target < 0 && to !== END)) return []
  // Where a run never comes nothing is known to lead back, and that it never comes is a problem of its own.
  if (!analysis.isReachable(source) || (target >= 0 && !analysis.isReachable(target))) return []
  // A disabled step is not left in another way when a loop had its turns.
  if (steps[source]?.disabled) return []
  const stepId = from
  const remove = {
    label: t('Remove the limit'),
    change: { path: `${path}.${maxTurns === undefined ? 'leaveBy' : 'maxTurns'}` },
  }
  if (target < 0 || !isLoop(analysis.order, source, target) || maxTurns === undefined) {
    const message =
      maxTurns === undefined
        ? t('The edge from "{name}" says how to leave a loop that has no limit: give it a number of turns.', {
            name: names[source],
          })
        : t('The edge from "{name}" has a limit of turns, but it does not lead back: the limit has no effect.', {
            name: names[source],
          })
    return [{ code: 'graph.unsupported', severity: 'warning', stepId, path, message, fix: remove }]
  }
  const available = steps[source]?.outputs
  if (leaveBy === undefined || available === undefined) return []
  const others = available.filter((id) => id !== exit)
  if (others.includes(leaveBy)) return []
  const message = t(
    'When its turns are over, the loop is to be left by "{leaveBy}", which is no other exit of "{name}". Its others: {others}.',
    { leaveBy, name: names[source], others: listNames(others) },
  )
  const change = { path: `${path}.leaveBy` }
  const fix = { label: t('Let the run fail then'), change }
  return [
    { code: 'graph.unknownExit', severity: 'error', path: change.path, message, cause: { available: others }, fix },
  ]
}
