import { expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import type { OpenedAgent } from '../../editor/trail.ts'
import { testRun } from '../../runner/testing/testRun.ts'
import { selectCardQuestion } from './selectCardQuestion.ts'

/** What the card of `stepId` asks, in the agents opened by `trail`, while a run waits with questions of these steps. */
function asked(
  stepId: string,
  { by, trail = [] }: { readonly by: readonly string[]; readonly trail?: readonly OpenedAgent[] },
) {
  const state = createTestEditor().editor.store.getState()
  const questions = by.map((asking, index) => ({ id: `${asking}-${index}`, stepId: asking, question: null }))
  const current = testRun({ status: 'paused', questions })
  return selectCardQuestion({ ...state, runs: { current }, session: { ...state.session, trail } }, stepId)?.id
}

const within: readonly OpenedAgent[] = [{ agentId: 'inner', stepId: 'call' }]

test('each card has the question of its own step', () => {
  expect(asked('review', { by: ['call', 'review'] })).toBe('review-1')
  expect(asked('write', { by: ['call', 'review'] })).toBeUndefined()
})

test('a card within a called agent has the question of the step that calls it, however its own is called', () => {
  expect(asked('ask', { by: ['call', 'review'], trail: within })).toBe('call-0')
  expect(asked('review', { by: ['review'], trail: within })).toBeUndefined()
})

test('which of several it is cannot be known, so that none is offered there', () => {
  expect(asked('ask', { by: ['call', 'call'], trail: within })).toBeUndefined()
})

test('an agent that nothing has called asks nothing', () => {
  expect(asked('review', { by: ['review'], trail: [{ agentId: 'inner' }] })).toBeUndefined()
})
