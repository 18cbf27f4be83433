import { expect, test } from 'vitest'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { createTestEditor } from './createTestEditor.ts'
import { listMistakes } from './listMistakes.ts'

test('an agent without steps cannot run, and nothing is wrong with it', () => {
  const { editor } = createTestEditor()
  const { ok, problems } = editor.planner.plan(createEmptyAgent())
  expect(ok).toBe(false)
  expect(problems).not.toEqual([])
  expect(listMistakes(problems)).toEqual([])
})

test('an agent of the file that another one calls must have steps', () => {
  const problem = { code: 'graph.noSteps', severity: 'error', message: 'Nothing to run.', agentId: 'poet' } as const
  expect(listMistakes([problem])).toEqual([problem])
})
