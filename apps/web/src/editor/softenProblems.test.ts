import type { Problem, StepConfig } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { selectAdded } from './selectors.ts'
import { softenProblems } from './softenProblems.ts'

const wants: Problem = { code: 'step.config', severity: 'error', path: 'config.text', message: 'Write a text.' }
const added: StepConfig = { id: 'a', strategyType: 'x', config: { text: '', count: 1 } }

test('what a new step wants in fields nobody has touched is no error', () => {
  expect(softenProblems([wants], added, added)).toEqual([{ ...wants, severity: 'info' }])
  expect(softenProblems([{ ...wants, path: 'config.text[0].to' }], added, added)[0]?.severity).toBe('info')
})

test('what was written wrongly is one, and so is what is no field', () => {
  const written = { ...added, config: { text: '{', count: 1 } }
  const others: readonly Problem[] = [wants, { ...wants, path: 'nodeName' }]
  expect(softenProblems(others, added, written)).toEqual(others)
})

test('what is really wrong comes before what is only wanted', () => {
  const written = { ...added, config: { text: '', count: -1 } }
  const wrong: Problem = { ...wants, path: 'config.count', message: 'Count upwards.' }
  expect(softenProblems([wants, wrong], added, written)).toEqual([wrong, { ...wants, severity: 'info' }])
})

test('a step is new until something else is selected, also when it is selected again', () => {
  const { editor, drop, select } = createTestEditor()
  const first = drop('llm')
  const isNew = () => selectAdded(editor.store.getState(), first) !== undefined
  editor.actions.setStepValue(first, 'config.promptTemplate', 'Hello', 'record')
  expect(isNew()).toBe(true)
  select()
  select(first)
  expect(isNew()).toBe(false)
})
