import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'
import type { StepGraph } from './StepGraph.ts'
import { takeApart } from './takeApart.ts'

/** A step that calls an agent on every way through its own agent. */
interface SureCall {
  readonly stepId: string
  readonly name: string
  readonly agentId: string
}

/** That agents which call themselves, or each other, have a way not to: a run of the others would never end. */
export function checkRecursion({ config, registry }: Planning): readonly Problem[] {
  const { agents = {} } = config
  const calls = new Map(
    Object.entries(agents).map(([id, agent]) => [id, listSureCalls(takeApart({ ...agent, agents }, registry))]),
  )
  const leadsBack = (from: string, to: string): boolean => {
    const seen = new Set<string>()
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true
      if (seen.has(at)) continue
      seen.add(at)
      open.push(...(calls.get(at) ?? []).map(({ agentId }) => agentId))
    }
    return false
  }
  return [...calls].flatMap(([agentId, list]) =>
    list.flatMap((call) => (leadsBack(call.agentId, agentId) ? [endless(agentId, call)] : [])),
  )
}

function endless(agentId: string, { stepId, name, agentId: called }: SureCall): Problem {
  const message =
    called === agentId
      ? t(
          '"{name}" calls its own agent on every way through it: that never ends by itself. Put a condition before it.',
          { name },
        )
      : t(
          '"{name}" calls "{called}", which calls this agent again on every way through it: that never ends by itself. Put a condition before it.',
          { name, called },
        )
  return { code: 'agent.recursive', severity: 'warning', agentId, stepId, message }
}

function listSureCalls({ config, steps, names, analysis }: Planning): readonly SureCall[] {
  return steps.flatMap(({ resolved }, index) => {
    if (resolved?.definition.callsAlways !== true || canEndWithout(analysis.graph, index)) return []
    const stepId = entryAt(config.steps, index).id
    return resolved.agents.flatMap(({ agent }) =>
      typeof agent === 'string' ? [{ stepId, name: entryAt(names, index), agentId: agent }] : [],
    )
  })
}

/** Whether some way from the start comes to an end without this step. */
function canEndWithout({ starts, firings }: StepGraph, step: number): boolean {
  const seen = new Set([step])
  const open = starts.filter((start) => start !== step)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const { targets } of entryAt(firings, at)) {
      if (targets.length === 0) return true
      open.push(...targets)
    }
  }
  return false
}
