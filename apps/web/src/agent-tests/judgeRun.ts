import { type Json, type RunState, type StepExecution, sameJson } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { withoutIds } from '../look/difference/withoutIds.ts'
import { nameOfExecution } from '../look/nameOfExecution.ts'
import type { AgentTest, Expectation } from './AgentTest.ts'
import { matchesPattern } from './matchesPattern.ts'
import { sayUnanswered } from './sayUnanswered.ts'

/** An expectation that was not met, with what the field had. */
export interface Failure {
  readonly expectation: Expectation
  readonly actual: Json | undefined
  /** The name of the step that wrote it last; without one no step did. */
  readonly stepName?: string
}

export type Verdict =
  | { readonly passed: true }
  /** `reason`: it did not come to its end. */
  | { readonly passed: false; readonly reason?: string; readonly failures: readonly Failure[] }

/** Whether a run did what its test expects. */
export function judgeRun({ expectations }: AgentTest, run: RunState): Verdict {
  const failures = expectations.flatMap((expectation): Failure[] => {
    if (expectation.isOn === false) return []
    const actual = Object.hasOwn(run.state, expectation.field) ? run.state[expectation.field] : undefined
    return isMet(expectation, actual) ? [] : [{ expectation, actual, ...writerOf(expectation.field, run) }]
  })
  const reason = whatIsUnrecorded(run) ?? whyNotEnded(run)
  if (reason !== undefined) return { passed: false, reason, failures: [] }
  return failures.length === 0 ? { passed: true } : { passed: false, failures }
}

/** The step of the agent itself that wrote a field last, by its name. */
function writerOf(field: string, { executions }: RunState): Pick<Failure, 'stepName'> {
  const writer = executions.findLast(({ path, update = {} }) => path.length === 0 && Object.hasOwn(update, field))
  return writer === undefined ? {} : { stepName: writer.nodeName }
}

const lacking: ReadonlySet<string> = new Set(['run.unrecorded', 'run.unanswered'])

/**
 * The first step that the recorded run has no answer for, however the run went on from there. A step that called an agent
 * fails with what failed within it: then it is the one there.
 */
function whatIsUnrecorded(run: RunState): string | undefined {
  const asking = run.executions.filter(({ problem }) => problem !== undefined && lacking.has(problem.code))
  const [first] = asking
  if (first === undefined) return undefined
  const { problem, ...innermost } = findInnermost(first, asking)
  const name = nameOfExecution(innermost, run)
  if (problem?.code === 'run.unanswered') return sayUnanswered(name, problem.cause?.detail ?? null)
  return t(
    '{name}: the run that this test was made from has no answer of a model for it. Make the test again from a newer run, or let models answer.',
    { name },
  )
}

/** The first execution of some within one of them, and within that. */
function findInnermost(outer: StepExecution, some: readonly StepExecution[]): StepExecution {
  const within = some.find(({ path }) => path.includes(outer.executionId))
  return within === undefined ? outer : findInnermost(within, some)
}

function whyNotEnded(run: RunState): string | undefined {
  const { status, problems } = run
  switch (status) {
    case 'ended':
      return undefined
    case 'failed':
      return named(problems.at(-1)?.stepId, run, t(problems.at(-1)?.message ?? msg('The run failed.')))
    case 'paused':
    case 'cancelled':
    case 'running':
      return t('The run was stopped.')
    default:
      return status satisfies never
  }
}

/** A sentence about a step, with its name before it. */
function named(stepId: string | undefined, { steps }: RunState, sentence: string): string {
  const name = stepId === undefined ? undefined : steps[stepId]?.nodeName
  return name === undefined ? sentence : `${name}: ${sentence}`
}

function isMet({ kind, value }: Expectation, actual: Json | undefined): boolean {
  if (actual === undefined) return false
  switch (kind) {
    case 'equals':
      return sameJson(withoutIds(actual), withoutIds(value))
    case 'contains':
      return toText(actual).includes(toText(value))
    case 'matches':
      return matchesPattern(toText(actual), toText(value))
    default:
      return kind satisfies never
  }
}

function toText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
