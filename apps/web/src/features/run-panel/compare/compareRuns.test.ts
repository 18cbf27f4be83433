import type { StepExecution } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { testExecution } from '../../../runner/testing/testExecution.ts'
import { testRun } from '../../../runner/testing/testRun.ts'
import { compareRuns } from './compareRuns.ts'

const run = (executions: readonly StepExecution[], input = {}) => testRun({ executions, input })
const message = (id: string, content: string) => ({ messages: [{ id, role: 'assistant', content }] })

describe('compareRuns', () => {
  it('finds nothing between two runs that did the same, whatever ids and times they had', () => {
    const one = run([testExecution('a-1', { update: message('m1', 'Hello'), durationMs: 3 })])
    const other = run([testExecution('a-2', { update: message('m2', 'Hello'), durationMs: 9 })])
    const { rows, firstId } = compareRuns(one, other)
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same'])
    expect(firstId).toBeUndefined()
  })

  it('tells the first difference, and what follows from it once', () => {
    const one = run([
      testExecution('a-1', { update: { word: 'x' }, exit: 'left' }),
      testExecution('b-1', { stateBefore: { word: 'x' }, update: { size: 1 } }),
    ])
    const other = run([
      testExecution('a-2', { update: { word: 'y' }, exit: 'left' }),
      testExecution('b-2', { stateBefore: { word: 'y' }, update: { size: 1 } }),
    ])
    const { rows, firstId } = compareRuns(one, other)
    expect(firstId).toBe('a-1 a-2')
    expect(rows[1]).toMatchObject({ notes: ['another output'], fields: [{ name: 'word', before: 'x', after: 'y' }] })
    expect(rows[2]?.kind).toBe('same')
  })

  it('puts executions of the same step side by side, also when one run took another way or one more turn', () => {
    const one = run([testExecution('a-1', { exit: 'left' }), testExecution('b-1'), testExecution('d-1')])
    const other = run([
      testExecution('a-2', { exit: 'right' }),
      testExecution('c-2'),
      testExecution('d-2'),
      testExecution('d-3'),
    ])
    const { rows } = compareRuns(one, other)
    expect(rows.map(({ before, after }) => [before?.executionId, after?.executionId])).toEqual([
      [undefined, undefined],
      ['a-1', 'a-2'],
      ['b-1', undefined],
      [undefined, 'c-2'],
      ['d-1', 'd-2'],
      [undefined, 'd-3'],
    ])
    expect(rows[1]?.notes).toEqual(['left → right'])
  })

  it('tells another input, and a state that a person wrote over between', () => {
    expect(compareRuns(run([], { topic: 'a' }), run([], { topic: 'b' })).firstId).toBe('start')
    const edited = compareRuns(
      run([testExecution('a-1')]),
      run([testExecution('a-2', { stateBefore: { word: 'new' } })]),
    )
    expect(edited.rows[1]?.notes).toEqual(['another state before'])
  })
})
