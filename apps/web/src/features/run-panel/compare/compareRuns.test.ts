import type { StepExecution } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { testExecution } from '../../../runner/testing/testExecution.ts'
import { testRun } from '../../../runner/testing/testRun.ts'
import { compareRuns } from './compareRuns.ts'
import { whereOfRow } from './whereOfRow.ts'

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

  it('tells a state that a person edited in one of them, before what followed from it', () => {
    const edit = { at: 5, after: 1, stateBefore: { word: 'x' }, stateAfter: { word: 'y' }, stepIds: ['b'] }
    const one = run([testExecution('a-1'), testExecution('b-1', { stateBefore: { word: 'x' } })])
    const other = testRun({
      executions: [testExecution('a-2'), testExecution('b-2', { nodeName: 'Bee', stateBefore: { word: 'y' } })],
      edits: [edit],
    })
    const { rows, firstId } = compareRuns(one, other)
    const edited = rows.find(({ id }) => id === firstId)
    expect(edited).toMatchObject({ kind: 'onlyAfter', fields: [{ name: 'word', before: 'x', after: 'y' }] })
    expect(edited && whereOfRow(edited, one, other)).toMatchObject({
      ...{ words: 'The state was edited before Bee', shown: { execution: { executionId: 'b-2' } } },
    })
    expect(rows.at(-1)?.kind).toBe('same')
    expect(compareRuns(other, { ...other, edits: [{ ...edit, at: 9 }] }).firstId).toBeUndefined()
    const another = { ...other, edits: [{ ...edit, stateAfter: { word: 'z' } }] }
    expect(compareRuns(other, another).rows.find(({ edits }) => edits !== undefined)).toMatchObject({
      ...{ notes: ['another edit'], fields: [{ name: 'word', before: 'y', after: 'z' }] },
    })
  })

  it('tells two edits of the same moment apart', () => {
    const edit = { at: 5, after: 1, stateBefore: { word: 'x' }, stateAfter: { word: 'y' }, stepIds: ['b'] }
    const one = testRun({ executions: [testExecution('a-1')], edits: [edit, { ...edit, stepIds: ['c'] }] })
    const { rows } = compareRuns(one, one)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('tells an output that was set by hand', () => {
    const [ran, set, setElse] = [
      run([testExecution('a-1', { update: { word: 'x' } })]),
      run([testExecution('a-2', { update: { word: 'x' }, fixed: true })]),
      run([testExecution('a-3', { update: { word: 'z' }, fixed: true })]),
    ]
    expect(compareRuns(ran, set).rows[1]?.notes).toEqual(['its output was set by hand in the second run'])
    expect(compareRuns(set, ran).rows[1]?.notes).toEqual(['its output was set by hand in the first run'])
    expect(compareRuns(set, setElse).rows[1]?.notes).toEqual([
      'another output',
      'its output was set by hand in both runs',
    ])
    expect(compareRuns(set, set).firstId).toBeUndefined()
  })

  it('finds the first difference in the called agent it is in, not at the step that calls it', () => {
    const calls = (turn: number, word: string) =>
      run([
        testExecution(`call-${turn}`, { nodeName: 'Call', update: { out: word } }),
        testExecution(`same-${turn}`, { path: [`call-${turn}`], key: 'item 1', update: { at: 1 } }),
        testExecution(`say-${turn}`, { nodeName: 'Say', path: [`call-${turn}`], key: 'item 1', update: { word } }),
        testExecution(`end-${turn}`, { stateBefore: { out: word } }),
      ])
    const [one, other] = [calls(1, 'x'), calls(2, 'y')]
    const { rows, firstId } = compareRuns(one, other)
    const first = rows.find(({ id }) => id === firstId)
    expect(first && whereOfRow(first, one, other).words).toBe('Call (item 1) › Say')
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'different', 'same', 'different', 'same'])
  })

  it('finds it at the step that calls an agent when what ran within is the same', () => {
    const calls = (turn: number, out: string) =>
      run([
        testExecution(`call-${turn}`, { update: { out } }),
        testExecution(`say-${turn}`, { path: [`call-${turn}`] }),
      ])
    expect(compareRuns(calls(1, 'x'), calls(2, 'y')).firstId).toBe('call-1 call-2')
  })
})
