import type { AgentConfig } from '../config/AgentConfig.ts'
import { completeConfig } from '../config/completeConfig.ts'
import type { Problem } from '../errors/Problem.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { PlanResult } from './AgentPlan.ts'
import { checkAgent, checkState } from './plan/checkAgent.ts'
import { checkCalls, checkInnerAgents } from './plan/checkCalls.ts'
import { checkDisabled } from './plan/checkDisabled.ts'
import { checkEdges, checkLoops, checkWays } from './plan/checkEdges.ts'
import { checkModels } from './plan/checkModels.ts'
import { checkParallelWrites } from './plan/checkParallelWrites.ts'
import { checkRecursion } from './plan/checkRecursion.ts'
import { checkNames, checkSteps } from './plan/checkSteps.ts'
import { checkTools } from './plan/checkTools.ts'
import { checkTurns } from './plan/checkTurns.ts'
import { checkUses } from './plan/checkUses.ts'
import type { Check, Planning } from './plan/Planning.ts'
import { sortProblems } from './plan/sortProblems.ts'
import { type GivenInCode, takeApart } from './plan/takeApart.ts'
import { toPlan } from './plan/toPlan.ts'

const checks: readonly Check[] = [
  checkSteps,
  checkNames,
  checkEdges,
  checkDisabled,
  checkWays,
  checkLoops,
  checkTurns,
  checkState,
  checkUses,
  checkParallelWrites,
  checkModels,
  checkTools,
  checkAgent,
]

/**
 * Everything there is to know about an agent before it runs: its plan, when it can run, and every problem, worst first.
 * Pure; it never throws for a bad configuration and makes no request.
 *
 * What depends only on unchanged parts is used again, so that planning after an edit costs little: steps by their
 * identity, the graph while edges and ports stay the same. Configurations must not be changed
 * in place.
 *
 * @param given what only code can give: values of steps, laid over their settings, and the work of tools
 */
export function planAgent(config: AgentConfig, registry: StepRegistry, given: GivenInCode = {}): PlanResult {
  const completed = completeConfig(config)
  if (!completed.ok) return { ok: false, problems: completed.problems }
  return planWhole(completed.config, registry, given)
}

function planWhole(config: AgentConfig, registry: StepRegistry, given: GivenInCode): PlanResult {
  const planning = takeApart(config, registry, given)
  const inner = checkInnerAgents(planning, (agent) =>
    findProblems(takeApart(agent, registry, { functions: planning.functions })),
  )
  const problems = sortProblems(
    [...findProblems(planning), ...inner, ...checkRecursion(planning)],
    config.steps.map(({ id }) => id),
  )
  if (problems[0]?.severity === 'error') return { ok: false, problems }
  return { ok: true, plan: toPlan(planning), problems }
}

function findProblems(planning: Planning): readonly Problem[] {
  const own = checks.flatMap((check) => check(planning))
  const calls = checkCalls(planning, (agent) =>
    findProblems(takeApart(agent, planning.registry, { functions: planning.functions })),
  )
  return [...own, ...calls].map((problem) => soften(planning, problem))
}

/**
 * A step that never runs, or does nothing, cannot stop a run: what is wrong with it is worth a warning, while it is being
 * built.
 */
function soften({ config, steps, analysis }: Planning, problem: Problem): Problem {
  if (problem.severity !== 'error' || problem.stepId === undefined || analysis.graph.starts.length === 0) return problem
  const step = config.steps.findIndex(({ id }) => id === problem.stepId)
  const counts = analysis.isReachable(step) && (steps[step]?.disabled !== true || problem.code === 'graph.noPass')
  return step < 0 || counts ? problem : { ...problem, severity: 'warning' }
}
