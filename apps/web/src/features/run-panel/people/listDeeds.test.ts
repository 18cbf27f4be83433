import { expect, test } from 'vitest'
import { testRun } from '../../../runner/testing/testRun.ts'
import { listDeeds } from './listDeeds.ts'

test('what a person did at once is told apart, and stands in the order of the run', () => {
  const answer = { at: 7, after: 2, question: 'ok?', answer: 'yes', questionId: 'q', stepId: 'a' }
  const edit = { at: 3, after: 1, stateBefore: {}, stateAfter: {}, stepIds: ['a'] }
  const run = testRun({
    answers: [answer, { ...answer, stepId: 'b', questionId: 'r' }, { ...answer, after: 3 }],
    edits: [edit],
  })
  const deeds = listDeeds(run, 0, 2)
  expect(deeds.map((deed) => deed.answer?.stepId ?? deed.edit?.at)).toEqual([3, 'a', 'b'])
  expect(new Set(deeds.map(({ key }) => key)).size).toBe(3)
})
