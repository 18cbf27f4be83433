import type { AgentConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { createTestEditor, type TestEditor } from './createTestEditor.ts'
import { describeEntry } from './describeEntry.ts'

const step = (id: string, nodeName: string) => ({ id, strategyType: 'set', nodeName, config: {} })

function naming(config: AgentConfig): TestEditor {
  const editor = createTestEditor(config)
  editor.editor.entryWords.begin(describeEntry)
  return editor
}

function drafting(): TestEditor {
  return naming({
    ...createEmptyAgent(),
    steps: [step('draft', 'Draft'), step('check', 'Check'), step('send', 'Send')],
    layout: { draft: [0, 0], check: [300, 0], send: [600, 0] },
  })
}

function undoOf({ editor }: TestEditor): string | undefined {
  return editor.entryWords.current.getState().undo(editor.store.getState().history)
}

describe('what undo says', () => {
  test.each<[string, (editor: TestEditor) => void, string]>([
    ['moves one step', ({ actions }) => actions.moveSteps({ draft: [0, 80] }), 'Move · Draft'],
    [
      'moves several',
      ({ actions }) => actions.moveSteps({ draft: [0, 80], check: [9, 80], send: [9, 9] }),
      'Move · 3 steps',
    ],
    ['edits a setting', ({ actions }) => actions.setStepValue('draft', 'timeout', 5), 'Edit step · Draft'],
    ['renames', ({ actions }) => actions.setStepValue('draft', 'nodeName', 'Write'), 'Rename Draft to Write'],
    [
      'deletes, and joins its neighbours',
      ({ actions, select }) => {
        select('check')
        actions.removeSelection()
      },
      'Delete · Check',
    ],
    [
      'adds one in a row, for which others make room',
      ({ dropOnWire }) => void dropOnWire('output', 'draft', 'check'),
      'Add Output',
    ],
    [
      'adds a second of a kind',
      ({ click }) => {
        click('output')
        click('output')
      },
      'Add Output 2',
    ],
    [
      'changes no step',
      ({ actions }) => actions.edit('Rename agent', (agent) => ({ ...agent, name: 'B' }), 'record'),
      'Rename agent',
    ],
  ])('%s', (_, change, words) => {
    const editor = drafting()
    change(editor)
    expect(undoOf(editor)).toBe(words)
    editor.undo()
    expect(editor.editor.entryWords.current.getState().redo(editor.editor.store.getState().history)).toBe(words)
    expect(editor.editor.store.getState().session.announcement.text).toBe(`Undone: ${words}`)
  })

  test.each([
    ['e 2', 'Delete · e 2'],
    ['Delete', 'Delete · Delete'],
  ])('a label that ends as the step %s begins says the whole name', (name, words) => {
    const editor = naming({ ...createEmptyAgent(), steps: [step('named', name)], layout: { named: [0, 0] } })
    editor.select('named')
    editor.actions.removeSelection()
    expect(undoOf(editor)).toBe(words)
  })

  test('so does one of a step whose name the label ends in', () => {
    const editor = naming({
      ...createEmptyAgent(),
      steps: [step('named', 'step')],
      layout: { named: [0, 0] },
    })
    editor.actions.setStepValue('named', 'timeout', 5)
    expect(undoOf(editor)).toBe('Edit step · step')
  })

  test('a gesture that goes on to other steps is told as a whole', () => {
    const editor = drafting()
    editor.select('draft')
    editor.actions.nudge(8, 0, 'one')
    expect(undoOf(editor)).toBe('Move · Draft')
    editor.select('draft', 'check')
    editor.actions.nudge(8, 0, 'one')
    expect(undoOf(editor)).toBe('Move · 2 steps')
  })

  test('within an agent that is called, its steps are named', () => {
    const editor = drafting()
    editor.select('check', 'send')
    editor.late.makeSubAgent()
    editor.actions.openAgentOf(editor.agent.steps.at(-1)?.id ?? '')
    editor.actions.moveSteps({ send: [5, 5] })
    expect(undoOf(editor)).toBe('Move · Send')
  })
})
