import { addStep, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { createEditor } from '../editor/createEditor.ts'
import { selectHasBreakpoint } from '../editor/selectors.ts'
import { rememberBreakpoints } from './rememberBreakpoints.ts'

const agent = ['a', 'b'].reduce(
  (config, id) => addStep(config, { id, strategyType: 'set', config: {} }),
  createAgentConfig(),
)

/** A page with an agent on it. Pages share what the device keeps. */
function openPage(device: Map<string, string>, agentId = 'one') {
  const editor = createEditor(createDefaultRegistry())
  rememberBreakpoints(editor.store, editor.actions, {
    getItem: (name) => device.get(name) ?? null,
    setItem: (name, value) => device.set(name, value),
  })
  const open = (id: string) => editor.actions.open({ id, config: agent })
  open(agentId)
  const marked = () => ['a', 'b'].filter((id) => selectHasBreakpoint(editor.store.getState(), id))
  return { ...editor, open, marked }
}

describe('breakpoints', () => {
  it('are set and taken away, without a word in the history', () => {
    const { actions, store, marked } = openPage(new Map())
    actions.toggleBreakpoints(['a'])
    actions.toggleBreakpoints(['a', 'b'])
    expect(marked()).toEqual(['a', 'b'])
    actions.toggleBreakpoints(['a', 'b'])
    expect(marked()).toEqual([])
    expect(store.getState().history.past).toEqual([])
  })

  it('are there again when their agent is opened, and in no other', () => {
    const device = new Map<string, string>()
    openPage(device).actions.toggleBreakpoints(['b'])
    const page = openPage(device, 'two')
    expect(page.marked()).toEqual([])
    page.open('one')
    expect(page.marked()).toEqual(['b'])
    page.actions.setBreakpoints({})
    expect(openPage(device).marked()).toEqual([])
  })

  it('go along when the agent is kept under another id', () => {
    const device = new Map<string, string>()
    const page = openPage(device)
    page.actions.toggleBreakpoints(['a'])
    page.actions.moveTo('copy')
    expect(page.marked()).toEqual(['a'])
    expect(openPage(device, 'copy').marked()).toEqual(['a'])
  })

  it('stay when the open agent is read again, as it became in another tab', () => {
    const device = new Map<string, string>()
    const page = openPage(device)
    page.actions.toggleBreakpoints(['a'])
    page.open('one')
    expect(page.marked()).toEqual(['a'])
    expect(openPage(device).marked()).toEqual(['a'])
  })

  it('belong to the agent whose steps they are', () => {
    const inner = addStep(createAgentConfig(), { id: 'a', strategyType: 'set', config: {} })
    const device = new Map<string, string>()
    const { actions, marked } = openPage(device)
    actions.open({ id: 'nested', config: { ...agent, agents: { inner } } })
    actions.showAgent('inner')
    actions.toggleBreakpoints(['a'])
    expect(marked()).toEqual(['a'])
    actions.showAgent(undefined)
    expect(marked()).toEqual([])
  })

  it('come back with a step whose removal is undone', () => {
    const { actions, marked } = openPage(new Map())
    actions.toggleBreakpoints(['a'])
    actions.select({ stepIds: ['a'] })
    actions.removeSelection(true)
    actions.undo()
    expect(marked()).toEqual(['a'])
  })

  it.each(['no JSON', '{}', '[["one"]]', '[null, ["one", 1]]', '[["one", {"": [1], "a": 2}]]'])(
    'do not mind %s in their place',
    (text) => {
      expect(openPage(new Map([['petal-studio:breakpoints', text]])).marked()).toEqual([])
    },
  )
})
