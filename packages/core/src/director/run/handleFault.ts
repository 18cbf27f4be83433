import type { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { ERROR_EXIT } from '../../step/errorPort.ts'
import type { PlannedStep } from '../AgentPlan.ts'
import { type CheckedResult, checkResult } from './checkResult.ts'
import type { ExecutionSession } from './ExecutionSession.ts'

/** How a run goes on after a step that failed for good, as its `onError` says; nothing when it does not go on. */
export function handleFault(
  fault: AgentError,
  step: PlannedStep,
  { plan, createId }: ExecutionSession,
): (CheckedResult & { readonly problem: Problem }) | undefined {
  const { onError } = step
  if (onError === undefined) return undefined
  const saved: Readonly<Record<string, Json>> =
    onError.writes === undefined || onError.writes === '' ? {} : { [onError.writes]: toSaved(fault) }
  const update = { ...onError.update, ...saved }
  const checked = checkResult(update, step, plan.stateType, createId)
  return { ...checked, exit: onError.action === 'exit' ? ERROR_EXIT : undefined, problem: fault.toProblem() }
}

function toSaved({ code, message }: AgentError): Json {
  return { code, message }
}
