import type { RunState, State } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { testExecution } from '../runner/testing/testExecution.ts'
import { testRun } from '../runner/testing/testRun.ts'
import type { AgentTest, Expectation } from './AgentTest.ts'
import { judgeRun } from './judgeRun.ts'
import { matchesPattern } from './matchesPattern.ts'

const run = (state: State, status: RunState['status'] = 'ended') => testRun({ state, status })

const test = (...expectations: readonly Expectation[]): AgentTest => {
  return { id: 't', name: 'T', input: {}, expectations, models: 'replayed', recorded: {} }
}

describe('judgeRun', () => {
  it.each<readonly [Expectation['kind'], Expectation['value'], State, boolean]>([
    ['equals', 'yes', { a: 'yes' }, true],
    ['equals', 'yes', { a: 'Yes' }, false],
    ['equals', { x: [1] }, { a: { x: [1] } }, true],
    ['equals', { x: 1, y: [{ z: 2, w: 3 }] }, { a: { y: [{ w: 3, z: 2 }], x: 1 } }, true],
    ['equals', { x: 1 }, { a: { x: 1, y: 2 } }, false],
    ['equals', [{ id: 'm1', role: 'user', content: 'Hi' }], { a: [{ id: 'm2', role: 'user', content: 'Hi' }] }, true],
    ['equals', 'yes', {}, false],
    ['contains', 'fun', { a: 'a refund' }, true],
    ['contains', 'fun', { a: ['no fun'] }, true],
    ['contains', 'fun', { a: 'nothing' }, false],
    ['matches', 'Dear *, yours', { a: 'Dear Ada, yours' }, true],
    ['matches', 'Dear *', { a: 'Hello Ada' }, false],
  ])('%s %j, of %j: %s', (kind, value, state, passed) => {
    expect(judgeRun(test({ field: 'a', kind, value }), run(state)).passed).toBe(passed)
  })

  it('tells what a field had instead, and why a run did not come to its end', () => {
    const expectation = { field: 'a', kind: 'equals', value: 1 } as const
    expect(judgeRun(test(expectation), run({ a: 2 }))).toEqual({
      passed: false,
      failures: [{ expectation, actual: 2 }],
    })
    expect(judgeRun(test({ ...expectation, isOn: false }), run({ a: 2 }))).toEqual({ passed: true })
    expect(judgeRun(test(), run({}, 'paused'))).toMatchObject({ passed: false, failures: [] })
  })
})

describe('what failed', () => {
  it('names the step that wrote the field last, or that failed', () => {
    const expectation = { field: 'a', kind: 'equals', value: 1 } as const
    const executions = [
      testExecution('first', { update: { a: 3 } }),
      testExecution('last', { update: { a: 2 } }),
      testExecution('inner', { update: { a: 1 }, path: ['last'] }),
      testExecution('other', { update: { b: 1 } }),
    ]
    const verdict = judgeRun(test(expectation), testRun({ state: { a: 2 }, executions }))
    expect(verdict).toMatchObject({ failures: [{ actual: 2, stepName: 'last' }] })
    const steps = {
      ask: { stepId: 'ask', nodeName: 'Ask', status: 'waiting', iteration: 1, attempt: 1, text: '' },
    } as const
    const problem = { code: 'run.failed', severity: 'error', stepId: 'ask', message: 'No.' } as const
    expect(judgeRun(test(), testRun({ status: 'failed', steps, problems: [problem] }))).toMatchObject({
      reason: 'Ask: No.',
    })
  })
})

describe('a run that lacks an answer', () => {
  it('is told of by the first step that lacks one, as deep as that is, and not by a deeper one later', () => {
    const problem = { code: 'run.unrecorded', severity: 'error', message: 'None.' } as const
    const executions = [
      testExecution('call', { problem }),
      testExecution('within', { problem, path: ['call'] }),
      testExecution('other', { problem, path: ['call'] }),
      testExecution('later', { problem }),
      testExecution('middle', { problem, path: ['later'] }),
      testExecution('deep', { problem, path: ['later', 'middle'] }),
    ]
    const reasonOf = (some: typeof executions) => {
      const verdict = judgeRun(test(), testRun({ status: 'failed', executions: some }))
      return verdict.passed ? undefined : verdict.reason?.split(':')[0]
    }
    expect(reasonOf(executions)).toBe('call › within')
    expect(reasonOf(executions.slice(3))).toBe('later › middle › deep')
  })
})

describe('matchesPattern', () => {
  it.each([
    ['', '', true],
    ['anything', '*', true],
    ['abcabc', 'a*c', true],
    ['abcabc', '*b*b*', true],
    ['abc', 'a*bc*c', false],
    ['aa', 'aa*a', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
  ])('%j as %j: %s', (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected)
  })
})
