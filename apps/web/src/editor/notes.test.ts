import { type AgentConfig, createAgentConfig, parseAgentConfig, serializeAgentConfig } from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { addNote, changeNotes, freeNoteId, listNotes, type Note, noteColours, removeNotes } from './notes.ts'

const bare = createAgentConfig()
const note: Note = { id: 'note-1', text: 'Why', position: [10, 20], size: [240, 140], colour: 'blue' }

const anyNote: fc.Arbitrary<Note> = fc.record({
  id: fc.string({ minLength: 1 }),
  text: fc.string(),
  position: fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 })),
  size: fc.tuple(fc.integer({ min: 120, max: 999 }), fc.integer({ min: 60, max: 999 })),
  colour: fc.constantFrom(...noteColours),
})

describe('the notes of an agent', () => {
  test('are the same after the file was written and read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyNote, { selector: ({ id }) => id, maxLength: 5 }), (notes) => {
        const agent = notes.reduce(addNote, bare)
        const parsed = parseAgentConfig(serializeAgentConfig(agent))
        expect(parsed.ok && listNotes(parsed.config)).toEqual(notes)
      }),
    )
  })

  test('of another program are shown as far as they say how, and keep what else they say', () => {
    const foreign: AgentConfig = {
      ...bare,
      notes: [{ text: 'Hello', size: [1, 1], author: 'Ada' }, { colour: 'plaid' }],
    }
    expect(listNotes(foreign)).toMatchObject([
      { id: 'note-1', text: 'Hello', position: [0, 0], size: [120, 60], colour: 'yellow' },
      { id: 'note-2', text: '', colour: 'yellow' },
    ])
    const changed = changeNotes(foreign, new Map([['note-1', { text: 'Bye' }]]))
    expect(changed.notes?.[0]).toEqual({ id: 'note-1', text: 'Bye', size: [1, 1], author: 'Ada' })
    expect(changed.notes?.[1]).toBe(foreign.notes?.[1])
  })

  test('that are called alike, or not at all, are told apart', () => {
    const alike: AgentConfig = {
      ...bare,
      notes: [{ id: 'note-2' }, {}, { id: 'a' }, { id: 'a', text: 'x' }, { id: 'a-2' }],
    }
    const ids = listNotes(alike).map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect(ids.slice(2)).toEqual(['a', 'a-3', 'a-2'])
    expect(removeNotes(alike, ['a-3']).notes).toEqual([{ id: 'note-2' }, {}, { id: 'a' }, { id: 'a-2' }])
  })

  test('stand where they can be drawn, at sizes that can', () => {
    const far: AgentConfig = { ...bare, notes: [{ position: [1e300, -1e300], size: [1e12, -5] }] }
    expect(listNotes(far)).toMatchObject([{ position: [1e7, -1e7], size: [10_000, 60] }])
  })

  test('that are given what they have stay the same', () => {
    const one = addNote(bare, note)
    expect(changeNotes(one, new Map([['note-1', { colour: 'blue', position: [10, 20] }]]))).toBe(one)
  })

  test('leave no trace when the last one goes, and nothing changes for one that is not there', () => {
    const one = addNote(bare, note)
    expect(removeNotes(one, ['note-1'])).toEqual(bare)
    expect(removeNotes(one, ['other'])).toBe(one)
    expect(changeNotes(one, new Map([['other', { text: 'x' }]]))).toBe(one)
  })

  test('get ids of their own', () => {
    expect(freeNoteId({ ...bare, notes: [{ id: 'note-2' }] })).toBe('note-3')
    expect(freeNoteId(bare)).toBe('note-1')
  })
})

describe('with notes a person can', () => {
  test('add, write, move, colour and delete, each undone by itself; what is typed in one go is one entry', () => {
    const editor = createTestEditor()
    editor.drop('llm', [0, 0])
    const id = editor.arrange.addNote([200, 100]) ?? ''
    for (const text of ['H', 'Hi']) editor.arrange.writeNote(id, text, 'one go')
    editor.arrange.paintNote(id, 'green')
    editor.actions.select({ stepIds: ['llm'], noteIds: [id] })
    editor.actions.nudge(8, 0, 'keys')
    expect(editor.layout.llm).toEqual([8, 0])
    expect(listNotes(editor.agent)).toEqual([{ id, text: 'Hi', position: [88, 30], size: [240, 140], colour: 'green' }])
    expect(editor.undoable.slice(-4)).toEqual(['Add note', 'Edit note', 'Colour note', 'Move'])
    editor.actions.removeSelection()
    expect(listNotes(editor.agent)).toEqual([])
    expect(editor.ids).toEqual([])
    editor.undo()
    expect(listNotes(editor.agent)).toHaveLength(1)
    for (let times = 0; times < 4; times += 1) editor.undo()
    expect(editor.agent.notes).toBeUndefined()
    expect(editor.editor.store.getState().session.selection.noteIds).toEqual([])
  })
})
