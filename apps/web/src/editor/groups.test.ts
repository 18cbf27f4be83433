import {
  type AgentConfig,
  createAgentConfig,
  hashConfig,
  parseAgentConfig,
  serializeAgentConfig,
} from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { addGroup, changeGroups, freeGroupId, type Group, groupsWithin, listGroups, removeGroups } from './groups.ts'
import { noteColours } from './notes.ts'

const ids = ['a', 'b', 'c', 'd']
const step = (id: string) => ({ id, strategyType: 'set', config: {} })
const bare: AgentConfig = {
  ...createAgentConfig(),
  steps: ids.map(step),
  notes: [{ id: 'n', text: 'Why' }],
}
const group: Group = { id: 'g', title: 'Start', colour: 'blue', stepIds: ['a', 'b'], noteIds: ['n'], collapsed: false }

const anyGroup: fc.Arbitrary<Group> = fc.record({
  id: fc.string({ minLength: 1 }),
  title: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  colour: fc.constantFrom(...noteColours),
  stepIds: fc.uniqueArray(fc.constantFrom(...ids)),
  noteIds: fc.constantFrom([], ['n']),
  collapsed: fc.boolean(),
})

describe('the groups of an agent', () => {
  test('are the same after the file was written and read, and never change what the agent does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyGroup, { selector: ({ id }) => id, maxLength: 4 }), (groups) => {
        const agent = groups.reduce(addGroup, bare)
        const parsed = parseAgentConfig(serializeAgentConfig(agent))
        expect(parsed.problems).toEqual([])
        expect(parsed.ok && listGroups(parsed.config)).toEqual(listGroups(agent))
        expect(hashConfig(agent)).toBe(hashConfig(bare))
        const members = listGroups(agent).flatMap(({ stepIds }) => stepIds)
        expect(new Set(members).size).toBe(members.length)
      }),
    )
  })

  test('of another program are shown as far as they say how, and keep what else they say', () => {
    const foreign: AgentConfig = {
      ...bare,
      groups: [{ steps: ['a', 'gone', 3], author: 'Ada', colour: 'plaid' }, { steps: ['a', 'b'] }, { title: 'Empty' }],
    }
    expect(listGroups(foreign)).toEqual([
      { id: 'group-1', title: 'Group', colour: 'grey', stepIds: ['a'], noteIds: [], collapsed: false },
      { id: 'group-2', title: 'Group', colour: 'grey', stepIds: ['b'], noteIds: [], collapsed: false },
    ])
    const changed = changeGroups(foreign, ['group-1'], { title: 'One', collapsed: true })
    expect(changed.groups?.[0]).toMatchObject({ id: 'group-1', title: 'One', collapsed: true, author: 'Ada' })
    expect(changed.groups?.[1]).toBe(foreign.groups?.[1])
    expect(changeGroups(changed, ['group-1'], { collapsed: false }).groups?.[0]).not.toHaveProperty('collapsed')
  })

  test('that are given what they have stay the same', () => {
    const one = addGroup(bare, group)
    expect(changeGroups(one, ['g'], { title: 'Start' })).toBe(one)
    expect(removeGroups(one, ['other'])).toBe(one)
    expect(removeGroups(one, ['g'])).toEqual(bare)
  })

  test('lose members to a new one, and are gone with the last of them', () => {
    const two = addGroup(addGroup(bare, group), { ...group, id: 'h', stepIds: ['b', 'c'], noteIds: [] })
    expect(listGroups(two).map(({ stepIds }) => stepIds)).toEqual([['a'], ['b', 'c']])
    const taken = addGroup(two, { ...group, id: 'i', stepIds: ['a'], noteIds: ['n'] })
    expect(listGroups(taken).map(({ id }) => id)).toEqual(['h', 'i'])
    expect(taken.groups).toHaveLength(2)
    expect(freeGroupId(taken)).toBe('group-3')
  })

  test('are in hand when all of their members are', () => {
    const one = addGroup(bare, group)
    expect(groupsWithin(one, { stepIds: ['a', 'b', 'c'], noteIds: ['n'] })).toHaveLength(1)
    expect(groupsWithin(one, { stepIds: ['a', 'b'], noteIds: [] })).toEqual([])
  })
})

describe('grouping in the editor', () => {
  function createGrouped() {
    const editor = createTestEditor({
      ...bare,
      notes: [{ id: 'n', position: [0, 300] }],
      layout: { a: [0, 0], b: [340, 0] },
    })
    editor.actions.select({ stepIds: ['a', 'b'], noteIds: ['n'] })
    editor.arrange.group()
    return editor
  }

  test('is undone, and so is everything done with a group', () => {
    const editor = createGrouped()
    const [made] = listGroups(editor.agent)
    expect(made).toMatchObject({ id: 'group-1', title: 'Group', stepIds: ['a', 'b'], noteIds: ['n'] })
    editor.arrange.renameGroup('group-1', 'First part')
    editor.arrange.paintGroup('group-1', 'green')
    editor.arrange.toggleCollapsed()
    expect(listGroups(editor.agent)[0]).toMatchObject({ title: 'First part', colour: 'green', collapsed: true })
    editor.arrange.ungroup()
    expect(editor.agent.groups).toBeUndefined()
    expect(editor.agent.steps).toHaveLength(4)
    for (let times = 0; times < 5; times += 1) editor.undo()
    expect(editor.agent.groups).toBeUndefined()
    editor.redo()
    expect(listGroups(editor.agent)).toEqual([made])
  })

  test('a removed member is forgotten, also by a later step of the same id', () => {
    const editor = createGrouped()
    editor.actions.select({ stepIds: ['b'], noteIds: ['n'] })
    editor.actions.removeSelection()
    expect(editor.agent.groups).toMatchObject([{ steps: ['a'], notes: [] }])
  })

  test.each(['deleted', 'cut'])('a group goes with its last member, when that is %s, as one undo entry', (how) => {
    const editor = createGrouped()
    editor.actions.select({ stepIds: ['a', 'b'], noteIds: ['n'] })
    if (how === 'cut') editor.actions.cut()
    else editor.actions.removeSelection()
    expect(editor.agent).not.toHaveProperty('groups')
    editor.undo()
    expect(listGroups(editor.agent)).toMatchObject([{ stepIds: ['a', 'b'], noteIds: ['n'] }])
  })

  test('a group that was empty in the file stays', () => {
    const empty = { id: 'later', title: 'Later', steps: [] }
    const editor = createTestEditor({ ...bare, groups: [empty] })
    editor.select('a')
    editor.actions.removeSelection()
    expect(editor.agent.groups).toEqual([empty])
  })

  test('a group is copied with its steps, under ids of its own, and pasted from text as well', () => {
    const editor = createGrouped()
    editor.select('a', 'b', 'c')
    const text = editor.actions.copy() ?? ''
    editor.actions.paste(text)
    const [first, second] = listGroups(editor.agent)
    expect(first?.stepIds).toEqual(['a', 'b'])
    expect(second).toMatchObject({ title: 'Group', stepIds: editor.selected.slice(0, 2) })
    expect(second?.noteIds).toHaveLength(1)
    editor.select('a')
    editor.actions.duplicate()
    expect(listGroups(editor.agent)).toHaveLength(2)
  })

  test('what is cut is what was copied: the notes of a group go with its steps', () => {
    const editor = createGrouped()
    editor.select('a', 'b')
    const text = editor.actions.cut() ?? ''
    expect(editor.agent.notes ?? []).toEqual([])
    expect(listGroups(editor.agent)).toEqual([])
    editor.actions.paste(text)
    expect(editor.agent.notes).toHaveLength(1)
    expect(listGroups(editor.agent)).toMatchObject([{ stepIds: ['a', 'b'], noteIds: ['n'] }])
    editor.undo()
    editor.undo()
    expect(listGroups(editor.agent)).toMatchObject([{ stepIds: ['a', 'b'], noteIds: ['n'] }])
    expect(editor.undoable).not.toContain('Cut')
  })

  test('steps that are made a sub-agent leave their group', () => {
    const editor = createGrouped()
    editor.select('b')
    editor.late.makeSubAgent()
    expect(editor.agent.groups).toMatchObject([{ steps: ['a'] }])
  })
})
