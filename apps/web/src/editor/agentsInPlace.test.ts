import {
  type AgentConfig,
  createAgentConfig,
  parseAgentConfig,
  type StepConfig,
  serializeAgentConfig,
} from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toAgentConfig, toAgentDocument } from './AgentDocument.ts'
import { createTestEditor } from './createTestEditor.ts'
import { focusDocument, putBack } from './focusDocument.ts'
import { moveSteps } from './operations/moveSteps.ts'
import { selectAgent, selectFile, selectFocus } from './selectors.ts'

const fields = { text: { type: 'string', input: true }, verdict: { type: 'string' } } as const

function setting(id: string, value: string): StepConfig {
  return { id, strategyType: 'set', nodeName: id, config: { values: [{ field: 'verdict', value }] } }
}

function calling(id: string, agent: string): StepConfig {
  return { id, strategyType: 'subagent', nodeName: id, config: { agent } }
}

function agentOf(name: string, ...steps: readonly StepConfig[]): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields }), name, steps }
}

const file: AgentConfig = {
  ...agentOf('Outer', setting('begin', 'x'), calling('check', 'fact-check')),
  agents: {
    'fact-check': {
      ...agentOf('Fact check', calling('look', 'search'), setting('judge', 'y')),
      layout: { judge: [5, 6] },
    },
    search: agentOf('Search', setting('find', 'z')),
  },
}

function open() {
  const editor = createTestEditor(file)
  const { store } = editor.editor
  return {
    ...editor,
    ids: () => editor.ids,
    selected: () => editor.selected,
    layout: () => editor.layout,
    agent: () => selectAgent(store.getState()),
    file: () => toAgentConfig(selectFile(store.getState())),
    trail: () => store.getState().session.trail.map(({ agentId }) => agentId),
    focus: () => selectFocus(store.getState()),
    undoable: () => editor.undoable,
  }
}

describe('an agent of a file as a document of its own', () => {
  const document = toAgentDocument(file)
  const ids = [undefined, 'fact-check', 'search', 'nobody']

  test('nothing changed is nothing put back', () => {
    for (const id of ids) expect(putBack(document, id, focusDocument(document, id))).toBe(document)
  })

  test('what is put back is what is found again', () => {
    fc.assert(
      fc.property(fc.constantFrom('fact-check', 'search'), fc.string(), (id, name) => {
        const inner = focusDocument(document, id)
        const changed = putBack(document, id, { ...inner, agent: { ...inner.agent, name } })
        expect(focusDocument(changed, id).agent.name).toBe(name)
        expect(changed.agent.steps).toBe(document.agent.steps)
        const other = id === 'search' ? 'fact-check' : 'search'
        expect(changed.agent.agents?.[other]).toBe(document.agent.agents?.[other])
        expect(changed.agent.agents?.[id]).not.toHaveProperty('agents')
      }),
    )
  })

  test('a moved card leaves what the agents mean the same object', () => {
    const moved = putBack(document, 'search', moveSteps(focusDocument(document, 'search'), { find: [70, 80] }))
    expect(moved.agent).toBe(document.agent)
    expect(focusDocument(moved, 'search').agent).toBe(focusDocument(document, 'search').agent)
    expect(toAgentConfig(moved).agents?.search?.layout).toEqual({ find: [70, 80] })
  })

  test('the file keeps its bytes', () => {
    const text = serializeAgentConfig(toAgentConfig(document))
    const parsed = parseAgentConfig(text)
    expect(parsed.ok && serializeAgentConfig(toAgentConfig(toAgentDocument(parsed.config)))).toBe(text)
  })
})

describe('opening in place', () => {
  test('edits go to the opened agent, and each keeps its own selection', () => {
    const editor = open()
    editor.select('begin')
    expect(editor.actions.openAgentOf('check')).toBe(true)
    expect(editor.ids()).toEqual(['look', 'judge'])
    expect(editor.selected()).toEqual([])
    editor.select('judge')
    editor.actions.setStepValue('judge', 'nodeName', 'Verdict')
    expect(editor.file().agents?.['fact-check']?.steps[1]?.nodeName).toBe('Verdict')
    editor.actions.closeAgent()
    expect(editor.selected()).toEqual(['begin'])
    editor.actions.openAgentOf('check')
    expect(editor.selected()).toEqual(['judge'])
  })

  test('goes as deep as agents call each other, and back by any number', () => {
    const editor = open()
    editor.actions.openAgentOf('check')
    editor.actions.openAgentOf('look')
    expect(editor.trail()).toEqual(['fact-check', 'search'])
    editor.actions.goBackTo(0)
    expect(editor.trail()).toEqual([])
    editor.actions.showAgent('search')
    expect(editor.trail()).toEqual(['fact-check', 'search'])
  })

  test('a step that calls nobody opens nothing', () => {
    const editor = open()
    expect(editor.actions.openAgentOf('begin')).toBe(false)
    expect(editor.trail()).toEqual([])
  })

  test('undo and redo go to where the change is', () => {
    const editor = open()
    editor.actions.openAgentOf('check')
    editor.actions.moveSteps({ judge: [50, 60] })
    editor.actions.closeAgent()
    editor.actions.setStepValue('begin', 'nodeName', 'First')
    editor.actions.openAgentOf('check')
    editor.undo()
    expect(editor.focus()).toBeUndefined()
    editor.undo()
    expect(editor.focus()).toBe('fact-check')
    expect(editor.layout().judge).toEqual([5, 6])
    editor.actions.closeAgent()
    editor.redo()
    expect(editor.focus()).toBe('fact-check')
    expect(editor.layout().judge).toEqual([50, 60])
  })

  test('an agent that is gone is not open any more', () => {
    const editor = open()
    const id = editor.late.createAgent() ?? ''
    editor.actions.showAgent(id)
    expect(editor.trail()).toEqual([id])
    editor.undo()
    expect(editor.trail()).toEqual([])
  })
})

describe('the agents of the file', () => {
  test('a new one stands in the setting that asked for it, as one entry', () => {
    const editor = open()
    editor.late.createAgentFor('check', 'config.agent')
    expect(editor.agent().steps[1]?.config).toEqual({ agent: 'new-agent' })
    expect(editor.file().agents?.['new-agent']?.name).toBe('New agent')
    editor.undo()
    expect(editor.file()).toEqual(toAgentConfig(toAgentDocument(file)))
  })

  test('another name is another id, wherever it is called, also while it is open', () => {
    const editor = open()
    editor.actions.showAgent('search')
    editor.late.renameAgent('search', 'Look it up')
    expect(editor.trail()).toEqual(['fact-check', 'look-it-up'])
    expect(editor.file().agents?.['fact-check']?.steps[0]?.config).toEqual({ agent: 'look-it-up' })
    expect(editor.file().agents?.['look-it-up']?.layout).toEqual({ find: [0, 0] })
  })

  test('one that is called is not removed, a copy is', () => {
    const editor = open()
    expect(editor.late.removeAgent('search')).toBe(false)
    const copy = editor.late.duplicateAgent('search') ?? ''
    expect(editor.file().agents?.[copy]?.name).toBe('Search 2')
    expect(editor.late.removeAgent(copy)).toBe(true)
    expect(Object.keys(editor.file().agents ?? {})).toEqual(['fact-check', 'search'])
  })

  test('one of another file brings its own along, with their places', () => {
    const editor = open()
    const id = editor.late.takeAgent({ ...file, layout: { begin: [1, 2], check: [3, 4] } }) ?? ''
    expect(Object.keys(editor.file().agents ?? {})).toEqual([
      'fact-check',
      'search',
      'outer',
      'fact-check-2',
      'search-2',
    ])
    editor.actions.showAgent(id)
    expect(editor.layout()).toEqual({ begin: [1, 2], check: [3, 4] })
    expect(editor.agent().steps[1]?.config).toEqual({ agent: 'fact-check-2' })
  })

  test('steps are made one within an opened agent too, and put back', () => {
    const editor = open()
    editor.actions.openAgentOf('check')
    editor.actions.openAgentOf('look')
    const before = editor.file()
    editor.select('find')
    editor.late.makeSubAgent()
    expect(editor.ids()).toEqual(['find-2'])
    expect(editor.agent().steps[0]?.strategyType).toBe('subagent')
    expect(editor.undoable().at(-1)).toBe('Make sub-agent')
    editor.late.dissolve(editor.ids()[0] ?? '')
    expect(editor.file()).toEqual(before)
  })

  test('what cannot be reshaped is refused with the reason, and nothing changes', () => {
    const editor = open()
    const before = editor.file()
    editor.late.dissolve('begin')
    expect(editor.editor.store.getState().session.refusal?.text).toMatch(/./)
    expect(editor.file()).toBe(before)
  })
})
