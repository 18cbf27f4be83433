import type { Problem } from '@petal/core/model'
import { expect, test } from 'vitest'
import { groupWords, noteWords, problemWords, runWords, switchWords } from './rowWords.ts'

const plain = {
  isReached: true,
  disabled: false,
  pinned: false,
  pauses: false,
  pausedWhen: undefined,
  group: undefined,
} as const

test.each([
  [{}, []],
  [{ disabled: true, pinned: true }, ['Disabled', 'Pinned']],
  [{ isReached: false, group: 'Work' }, ['Not reached', 'In Work']],
  [{ pauses: true, pausedWhen: 'before' as const }, ['Paused before it', 'Pauses before']],
  [{ pausedWhen: 'after' as const }, ['Paused after it']],
])('%j is said as %j', (switches, words) => {
  expect(switchWords({ ...plain, ...switches })).toEqual(words)
})

test.each([
  [{ status: 'ended' as const, iteration: 1 }, 'Done'],
  [{ status: 'ended' as const, iteration: 3 }, 'Done, 3 times'],
  [{ status: 'waiting' as const, iteration: 1 }, 'Waits for you'],
  [{ status: 'ended' as const, iteration: 1, disabled: true as const }, 'Not run'],
])('%j of a run is said as %s', (run, words) => {
  expect(runWords(run)).toBe(words)
})

function problem(severity: Problem['severity'], message: string): Problem {
  return { code: 'graph.unreachable', severity, message }
}

test.each([
  [[], ''],
  [[problem('info', 'Fine')], ''],
  [[problem('error', 'No model')], 'Problem: No model'],
  [[problem('warning', 'Odd'), problem('info', 'Fine')], 'Warning: Odd'],
  [[problem('info', 'Fine'), problem('error', 'No model'), problem('warning', 'Odd')], 'Problem: No model and 1 more'],
])('problems %# are one sentence', (problems, words) => {
  expect(problemWords(problems)).toBe(words)
})

test('groups and notes are told in few words', () => {
  const group = { id: 'g', title: 'G', colour: 'grey' as const, stepIds: ['a', 'b'], noteIds: ['n'], collapsed: true }
  expect(groupWords(group)).toBe('2 steps, 1 note, collapsed')
  expect(noteWords('\n## Look here\nand there')).toBe('Look here')
  expect(noteWords(' \n--')).toBe('Empty note')
})
