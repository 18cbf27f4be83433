import { type Json, type RunState, sameJson } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { withoutIds } from '../look/difference/withoutIds.ts'
import type { AgentTest, Expectation } from './AgentTest.ts'
import { matchesPattern } from './matchesPattern.ts'

/** An expectation that was not met, with what the field had. */
export interface Failure {
  readonly expectation: Expectation
  readonly actual: Json | undefined
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
    return isMet(expectation, actual) ? [] : [{ expectation, actual }]
  })
  const reason = whyNotEnded(run)
  if (reason !== undefined) return { passed: false, reason, failures: [] }
  return failures.length === 0 ? { passed: true } : { passed: false, failures }
}

function whyNotEnded({ status, problems }: RunState): string | undefined {
  switch (status) {
    case 'ended':
      return undefined
    case 'failed':
      return problems.at(-1)?.message ?? t('The run failed.')
    case 'paused':
      return t('The run waits for a person: fix the output of the step that asks, or take a run without it.')
    case 'cancelled':
    case 'running':
      return t('The run was stopped.')
    default:
      return status satisfies never
  }
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
