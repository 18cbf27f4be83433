import type { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import type { State } from '../../state/StateType.ts'
import type { StepFunction } from '../../step/StepContext.ts'
import { exit, type StepResult } from '../../step/StepResult.ts'
import type { AgentPlan, PlannedStep } from '../AgentPlan.ts'
import type { FixedOutput } from '../RunOptions.ts'
import { type CheckedResult, checkResult } from './checkResult.ts'
import { createDeparture, type Depart, type Departure } from './createDeparture.ts'
import { createStepContext } from './createStepContext.ts'
import { deepFreeze } from './deepFreeze.ts'
import { handleFault } from './handleFault.ts'
import type { InnerAgents } from './InnerAgents.ts'
import { Questions } from './Questions.ts'
import type { RunSession } from './RunSession.ts'
import type { StepCall, StepNode } from './StepCall.ts'
import type { StepExecution } from './StepExecution.ts'
import { StepSignal } from './StepSignal.ts'
import { stepKey } from './Turns.ts'
import { toAgentError } from './toAgentError.ts'
import { tryStep } from './tryStep.ts'

/** What a node is made of. */
export interface NodeInit {
  readonly plan: AgentPlan
  readonly step: PlannedStep
  readonly run: StepFunction
  /** The types of the state's fields, by name. */
  readonly fields: Readonly<Record<string, string>>
  readonly agents: InnerAgents
  /** A session for a graph that was invoked by itself. */
  createSession(): RunSession
}

/** A step as a node: runs its function, checks what it gives back, tells the session, and says where to go next. */
export function createStepNode({ plan, step, run, fields, agents, createSession }: NodeInit): StepNode {
  // Large agents are built faster than they run: what only a run needs is made by its first step.
  let depart: Depart | undefined
  return async (channels, call) => {
    depart ??= createDeparture(plan, step)
    const state = viewState(channels, fields)
    const session = call.session ?? createSession()
    const execution = session.open(step, call.superstep, state, {
      ranBefore: call.turns[stepKey(step.id)],
      summaries: call.summaries,
    })
    const { update, exit, problem } = await execute({ execution, call, state, run, fields, agents })
    const departure = leave(execution, () => depart?.(exit, call.turns, execution.iteration))
    execution.end(update, departure.exit, problem)
    return { update, targets: departure.targets, turns: departure.turns, summaries: execution.memory.changes }
  }
}

/** Tells of the loops that a step leads back into, or of the one that had all its turns. */
function leave(execution: StepExecution, depart: () => Departure | undefined): Departure {
  let departure: Departure | undefined
  try {
    departure = depart()
  } catch (thrown) {
    const fault = toAgentError(thrown, execution.step)
    execution.fail(fault)
    throw fault
  }
  const { spent, begun = [], ...rest } = departure ?? { exit: undefined, targets: [], turns: {} }
  if (spent !== undefined) {
    const message = t('The loop had all its {maxTurns} turns: left by {exit}.', {
      maxTurns: spent.maxTurns,
      exit: rest.exit,
    })
    execution.log('INFO', message, { maxTurns: spent.maxTurns ?? null })
  }
  for (const { edge, turn } of begun) {
    const { from, exit, to } = edge
    execution.emit({ type: 'loop-turn', edge: { from, ...(exit === undefined ? {} : { exit }), to }, turn })
  }
  return { ...rest, begun }
}

interface Work {
  readonly execution: StepExecution
  readonly call: StepCall
  readonly state: State
  readonly run: StepFunction
  readonly fields: Readonly<Record<string, string>>
  readonly agents: InnerAgents
}

interface Outcome extends CheckedResult {
  /** What went wrong, when the step failed and its settings let the run go on. */
  readonly problem?: Problem
}

async function execute({ execution, call, state, run, fields, agents }: Work): Promise<Outcome> {
  const { step, session } = execution
  const signal = new StepSignal(step, call.signal)
  const questions = new Questions(call, execution)
  const context = createStepContext({ execution, signal, fields, agents, questions })
  const fixed = execution.fixedOutput
  const attempt = async (): Promise<CheckedResult | Pause> => {
    questions.restart()
    const result = await settle(() => (fixed === undefined ? run(state, context) : toResult(fixed)))
    if (questions.refusal !== undefined) throw questions.refusal
    if (questions.isWaiting) {
      const pause = questions.pose()
      return pause === undefined ? attempt() : { pause }
    }
    if ('thrown' in result) throw result.thrown
    return checkResult(result.value, step, session.plan.stateType, session.createId)
  }
  let result: CheckedResult | Pause
  try {
    result = await signal.within(() => tryStep(execution, attempt, () => signal.signal))
  } catch (thrown) {
    const fault = toAgentError(thrown, step)
    // A stopped run tells its open executions itself, with the reason it stopped for.
    const outcome = call.signal?.aborted ? undefined : rescue(execution, fault)
    if (outcome !== undefined) return outcome
    if (!call.signal?.aborted) execution.fail(fault)
    throw fault
  } finally {
    signal.dispose()
  }
  if ('pause' in result) throw result.pause
  return result
}

/** What a step function would have given. */
function toResult({ update, exit: name }: FixedOutput): StepResult {
  return name === undefined ? update : exit(name, update)
}

/** How the run goes on after a fault. Values that cannot stand in for a result change nothing about what went wrong. */
function rescue(execution: StepExecution, fault: AgentError): Outcome | undefined {
  try {
    return handleFault(fault, execution.step, execution.session)
  } catch (refused) {
    execution.log(
      'ERROR',
      t('The values instead cannot be used: {reason}', {
        reason: wordingOf(toAgentError(refused, execution.step)).said,
      }),
    )
    return undefined
  }
}

/** What the graph engine needs thrown so that the run waits. */
interface Pause {
  readonly pause: unknown
}

type Settled = { readonly value: unknown } | { readonly thrown: unknown }

async function settle(work: () => unknown): Promise<Settled> {
  try {
    return { value: await work() }
  } catch (thrown) {
    return { thrown }
  }
}

/** The state as a step sees it: fields that have a value, and messages always. Frozen, so that no step changes it. */
function viewState(channels: State, fields: Readonly<Record<string, string>>): State {
  const state: Record<string, Json> = {}
  for (const name in fields) {
    const value = channels[name]
    if (value !== undefined) state[name] = deepFreeze(value)
  }
  return Object.freeze(state)
}
