import { createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { toAgentDocument } from './AgentDocument.ts'
import { createEditor, type Editor } from './createEditor.ts'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { describeEntry } from './describeEntry.ts'

function movedOnce(): Editor {
  const step = { id: 'draft', strategyType: 'set', nodeName: 'Draft', config: {} }
  const agent = { ...createEmptyAgent(), steps: [step], layout: { draft: [0, 0] } } as const
  const editor = createEditor(createDefaultRegistry(), toAgentDocument(agent))
  editor.actions.moveSteps({ draft: [0, 80] })
  return editor
}

const undoOf = ({ store, entryWords }: Editor) => entryWords.current.getState().undo(store.getState().history)

test('each editor names steps once it is given what names them, and tells who shows them', () => {
  const [early, late] = [movedOnce(), movedOnce()]
  const shown: (string | undefined)[] = []
  late.entryWords.current.subscribe(() => shown.push(undoOf(late)))
  late.entryWords.begin(describeEntry)
  expect(shown).toEqual(['Move · Draft'])
  expect(undoOf(early)).toBe('Move')
})
