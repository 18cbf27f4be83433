import { createAgentConfig, createDefaultRegistry, type Problem, planAgent, updateStep } from '@petal/core/model'
import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../language/speak.ts'
import { applyProblemFix } from './applyProblemFix.ts'
import { createEditor } from './createEditor.ts'
import { sayLabel } from './sayLabel.ts'
import { selectAgent, selectStep } from './selectors.ts'

afterEach(() => setTranslator(undefined))

function openEditor() {
  const editor = createEditor(createDefaultRegistry())
  const config = {
    ...createAgentConfig({ name: 'State', fields: { question: { type: 'string' } } }),
    steps: [{ id: 'ask', strategyType: 'llm', config: { promptTemplate: '{qestion}' } }],
  }
  editor.actions.open({ id: 'agent', config })
  return editor
}

const problem: Problem = { code: 'template.unknownVar', severity: 'error', stepId: 'ask', message: 'no such field' }

test('mends a step, as one undo entry', () => {
  const { store, actions } = openEditor()
  const change = { stepId: 'ask', path: 'config.promptTemplate', value: '{question}' }
  applyProblemFix(actions, { ...problem, fix: { label: 'Replace with {question}', change } })
  expect(selectStep(store.getState(), 'ask')?.config).toEqual({ promptTemplate: '{question}' })
  actions.undo()
  expect(selectStep(store.getState(), 'ask')?.config).toEqual({ promptTemplate: '{qestion}' })
})

test('mends the agent itself when the change names no step, though the problem does', () => {
  const { store, actions } = openEditor()
  const change = { path: 'stateType.fields.question.input', value: true }
  applyProblemFix(actions, { ...problem, fix: { label: 'Ask for question', change } })
  expect(selectAgent(store.getState()).stateType.fields.question).toEqual({ type: 'string', input: true })
})

test('its undo entry is kept in English, whatever the language of the page is', async () => {
  await speak('de')
  const { store, actions } = openEditor()
  const change = { path: 'stateType.fields.total', value: { type: 'any' } }
  applyProblemFix(actions, { ...problem, fix: { label: 'Feld total hinzufügen', change } })
  const saved = store.getState().history.past.at(-1)?.label ?? ''
  expect(sayLabel(saved)).toBe('Feld total hinzufügen')
  setTranslator(undefined)
  expect(sayLabel(saved)).toBe('Add the field total')
})

test('mends the type of a step that was misspelt', () => {
  const { store, actions } = openEditor()
  actions.edit('Misspell', (agent) => updateStep(agent, 'ask', { strategyType: 'lmm' }), 'record')
  const change = { stepId: 'ask', path: 'strategyType', value: 'llm' }
  applyProblemFix(actions, { ...problem, fix: { label: 'Make it llm', change } })
  expect(selectStep(store.getState(), 'ask')?.strategyType).toBe('llm')
})

test('leaves everything alone when a problem offers no way out', () => {
  const { store, actions } = openEditor()
  const before = store.getState()
  applyProblemFix(actions, problem)
  expect(store.getState()).toBe(before)
})

test('gives a field that is read before it is written a start value, as one undo entry that says so', () => {
  const registry = createDefaultRegistry()
  const { store, actions } = createEditor(registry)
  const config = {
    ...createAgentConfig({ name: 'State', fields: { feedback: { type: 'any' } } }),
    steps: [
      { id: 'draft', strategyType: 'llm', config: { promptTemplate: 'Mind: {feedback}' } },
      { id: 'ask', strategyType: 'human', config: { mode: 'answer', title: 'Good?', writes: 'feedback' } },
    ],
  } as const
  actions.open({ id: 'agent', config })
  const [found] = planAgent(selectAgent(store.getState()), registry).problems
  expect(found?.fix?.label).toBe('Give feedback a start value: an empty text')
  if (found) applyProblemFix(actions, found)
  expect(planAgent(selectAgent(store.getState()), registry).problems).toEqual([])
  expect(sayLabel(store.getState().history.past.at(-1)?.label ?? '')).toBe('Give feedback a start value')
  actions.undo()
  expect(selectAgent(store.getState()).stateType.fields).toEqual({ feedback: { type: 'any' } })
})
