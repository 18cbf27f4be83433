import { keepForView } from './keepForView.ts'
import 'fake-indexeddb/auto'
import { addStep, createDefaultRegistry, mergeAgents, setField, setName } from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import { createEditor, type Editor } from '../editor/createEditor.ts'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { selectAgent, selectFile } from '../editor/selectors.ts'
import type { Address } from './address.ts'
import { duplicateAgent, restoreAgent, trashAgent } from './agentActions.ts'
import { createLibrary } from './createLibrary.ts'
import { createMergeParts } from './createMergeParts.ts'
import type { AgentDraft, Library } from './Library.ts'
import { mergeInto } from './mergeInto.ts'
import { mergeTab } from './mergeTab.ts'
import { Workspace } from './Workspace.ts'

function createTestAddress(id?: string): Address & { current: string | undefined; go(id: string): void } {
  let listener: (id: string) => void = () => undefined
  return {
    current: id,
    read() {
      return this.current
    },
    write(next) {
      this.current = next
    },
    subscribe(heard) {
      listener = heard
      return () => undefined
    },
    go(next) {
      this.current = next
      listener(next)
    },
  }
}

interface Tab {
  readonly editor: Editor
  readonly workspace: Workspace
  readonly library: Library
  readonly address: ReturnType<typeof createTestAddress>
}

/** One browser tab: an editor over the one database of the test. */
function openTab(id?: string): Tab {
  const editor = createEditor(createDefaultRegistry())
  const library = createLibrary('workspace-test')
  const address = createTestAddress(id)
  const workspace: Workspace = new Workspace({
    library,
    editor,
    address,
    rescue: localStorage,
    firstAgent: async () => setName(createEmptyAgent(), 'First example'),
    mergeTab: (merge) => mergeTab(workspace, editor, merge),
  })
  return { editor, workspace, library, address }
}

/** A record with any text. */
const draftOf = (name: string, text: string): AgentDraft => ({
  name,
  text,
  stepCount: 0,
  outline: { boxes: [], lines: [] },
})
const rename = ({ editor }: Tab, name: string) =>
  editor.actions.edit('Rename', (agent) => setName(agent, name), 'record')
const nameIn = ({ editor }: Tab) => selectAgent(editor.store.getState()).name
const openId = ({ workspace }: Tab) => workspace.openId ?? ''

describe('the workspace', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    localStorage.clear()
  })

  it('opens and stores the first example on a first visit, and that same agent on the next one', async () => {
    const first = openTab()
    await first.workspace.start()
    expect(nameIn(first)).toBe('First example')
    expect(first.workspace.state.getState().save).toEqual({ status: 'saved' })
    const second = openTab()
    await second.workspace.start()
    expect(openId(second)).toBe(openId(first))
    expect(await second.library.list()).toHaveLength(1)
  })

  it('brings edits and their undo history back after a reload', async () => {
    const before = openTab()
    await before.workspace.start()
    rename(before, 'Second name')
    before.editor.actions.edit('Add', (agent) => addStep(agent, { strategyType: 'llm' }), 'record')
    await before.workspace.save()
    const after = openTab()
    await after.workspace.start()
    expect(selectAgent(after.editor.store.getState()).steps).toHaveLength(1)
    after.editor.actions.undo()
    expect(selectAgent(after.editor.store.getState()).steps).toHaveLength(0)
    after.editor.actions.undo()
    expect(nameIn(after)).toBe('First example')
  })

  /** Two tabs of one agent; the second has saved what both then edit, and the first has not heard of it. */
  async function openTwo(change: (mine: Tab, theirs: Tab) => void): Promise<readonly [mine: Tab, theirs: Tab]> {
    const mine = openTab()
    await mine.workspace.start()
    const theirs = openTab()
    await theirs.workspace.start()
    change(mine, theirs)
    await theirs.workspace.save()
    return [mine, theirs]
  }
  const versionsIn = async ({ library, workspace }: Tab) =>
    (await (await library.openVersions()).list(workspace.openId ?? '')).flatMap(({ reason, text }) =>
      reason?.kind === 'merge' ? [{ of: reason.of, name: JSON.parse(text).name }] : [],
    )
  const question = async ({ workspace: { merges } }: Tab) =>
    vi.waitFor(() => {
      const asked = merges.state.getState().question
      if (asked === undefined) throw new Error('Nothing is asked.')
      return asked
    })

  const conflict = async (tab: Tab) => {
    const { base, mine, theirs, choices } = await question(tab)
    const found = mergeAgents(base, mine, theirs, choices).conflicts.find(({ key }) => !(key in choices))
    if (found === undefined) throw new Error('There is nothing to ask.')
    return found
  }

  it('merges what two tabs did to one agent, as one entry, and keeps both as versions', async () => {
    const [mine, theirs] = await openTwo((here, there) => {
      rename(here, 'Mine')
      there.editor.actions.edit('Add', (agent) => addStep(agent, { id: 'ask', strategyType: 'llm' }), 'record')
    })
    await mine.workspace.save()
    expect(selectAgent(mine.editor.store.getState())).toMatchObject({ name: 'Mine', steps: [{ id: 'ask' }] })
    expect(openId(mine)).toBe(openId(theirs))
    expect(await mine.library.list()).toHaveLength(1)
    expect(mine.workspace.merges.state.getState().made).toMatchObject({
      other: { kind: 'tab' },
      before: { name: 'Mine', steps: [] },
      after: { name: 'Mine', steps: [{ id: 'ask' }] },
    })
    expect(mine.workspace.merges.state.getState().made?.document).toBe(selectFile(mine.editor.store.getState()))
    expect(await versionsIn(mine)).toEqual([
      { of: 'tab', name: 'First example' },
      { of: 'mine', name: 'Mine' },
    ])
    // The other tab follows.
    await vi.waitFor(() => expect(nameIn(theirs)).toBe('Mine'))
    mine.editor.actions.undo()
    expect(selectAgent(mine.editor.store.getState())).toMatchObject({ name: 'Mine', steps: [] })
    mine.editor.actions.undo()
    expect(nameIn(mine)).toBe('First example')
  })

  it('merges when words that are being typed are part of the agent, and does not follow before', async () => {
    const [mine, theirs] = await openTwo((here, there) => {
      here.workspace.state.setState({ typing: 1 })
      there.editor.actions.edit('Add', (agent) => addStep(agent, { id: 'ask', strategyType: 'llm' }), 'record')
    })
    await vi.waitFor(() => expect(mine.workspace.state.getState().listRevision).toBeGreaterThan(1))
    expect(selectAgent(mine.editor.store.getState()).steps).toEqual([])
    rename(mine, 'Half a wo')
    const saving = mine.workspace.save()
    await vi.waitFor(async () => expect(await versionsIn(mine)).toHaveLength(2))
    rename(mine, 'Half a word')
    mine.workspace.state.setState({ typing: 0 })
    await saving
    await mine.workspace.save()
    expect(selectAgent(mine.editor.store.getState())).toMatchObject({ name: 'Half a word', steps: [{ id: 'ask' }] })
    await vi.waitFor(() => expect(nameIn(theirs)).toBe('Half a word'))
  })

  it('asks where two tabs contradict, and goes on with what is chosen', async () => {
    const [mine, theirs] = await openTwo((here, there) => {
      rename(here, 'Mine')
      rename(there, 'Theirs')
    })
    const saving = mine.workspace.save()
    const { base, mine: here, theirs: there } = await question(mine)
    const [conflict] = mergeAgents(base, here, there).conflicts
    expect(conflict).toMatchObject({ base: 'First example', mine: 'Mine', theirs: 'Theirs' })
    expect((await mine.library.read(openId(theirs)))?.summary.name).toBe('Theirs')
    mine.workspace.merges.answer({ kind: 'merge', choices: { [conflict?.key ?? '']: 'theirs' } })
    await saving
    expect(nameIn(mine)).toBe('Theirs')
    expect(mine.workspace.state.getState().save).toEqual({ status: 'saved' })
    mine.editor.actions.undo()
    await mine.workspace.save()
    expect((await mine.library.read(openId(theirs)))?.summary.name).toBe('Mine')
  })

  it('asks about what came to contradict while words were awaited, and again while one was asked', async () => {
    const add = ({ editor }: Tab, id: string) =>
      editor.actions.edit('Add', (agent) => setField(agent, id, { type: 'string' }), 'record')
    const [mine] = await openTwo((here, there) => {
      here.workspace.state.setState({ typing: 1 })
      add(here, 'own')
      rename(there, 'Theirs')
      there.editor.actions.edit('Add', (agent) => setField(agent, 'count', { type: 'number' }), 'record')
    })
    const saving = mine.workspace.save()
    await vi.waitFor(async () => expect(await versionsIn(mine)).toHaveLength(2))
    rename(mine, 'Mine')
    mine.workspace.state.setState({ typing: 0 })
    const first = await conflict(mine)
    expect(first).toMatchObject({ base: 'First example', mine: 'Mine', theirs: 'Theirs' })
    add(mine, 'count')
    mine.workspace.merges.answer({ kind: 'merge', choices: { [first.key]: 'theirs' } })
    const second = await conflict(mine)
    expect(second).toMatchObject({ part: 'field', name: 'count' })
    mine.workspace.merges.answer({ kind: 'merge', choices: { [first.key]: 'theirs', [second.key]: 'mine' } })
    await saving
    const { name, stateType } = selectAgent(mine.editor.store.getState())
    expect(name).toBe('Theirs')
    expect(stateType?.fields).toMatchObject({ own: { type: 'string' }, count: { type: 'string' } })
  })

  it('decides nothing about an agent when another one is opened while it is asked', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const base = toAgentConfig(selectFile(tab.editor.store.getState()))
    rename(tab, 'Mine')
    const other = { kind: 'file', name: 'agent.json' } as const
    const task = { base, theirs: setName(base, 'Theirs'), other }
    const merging = mergeInto(createMergeParts(tab.workspace, tab.editor), task)
    await question(tab)
    await tab.workspace.createAgent(setName(createEmptyAgent(), 'Another'))
    expect(tab.workspace.merges.state.getState().question).toBeUndefined()
    expect(await merging).toBe('later')
    expect(nameIn(tab)).toBe('Another')
  })

  it('merges into no other agent than the one that was open', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const base = toAgentConfig(selectFile(tab.editor.store.getState()))
    tab.workspace.state.setState({ typing: 1 })
    const task = { base, theirs: setName(base, 'Theirs'), other: { kind: 'file', name: 'agent.json' } as const }
    const merging = mergeInto(createMergeParts(tab.workspace, tab.editor), task)
    await tab.workspace.createAgent(setName(createEmptyAgent(), 'Another'))
    tab.workspace.state.setState({ typing: 0 })
    expect(await merging).toBe('later')
    expect(nameIn(tab)).toBe('Another')
  })

  it('does not follow another tab when one began to type while that was read', async () => {
    const looking = openTab()
    await looking.workspace.start()
    const editing = openTab()
    await editing.workspace.start()
    rename(editing, 'Edited there')
    const stop = looking.workspace.state.subscribe(() => {
      stop()
      queueMicrotask(() => looking.workspace.state.setState({ typing: 1 }))
    })
    await editing.workspace.save()
    await vi.waitFor(() => expect(looking.workspace.state.getState().typing).toBe(1))
    // What is read after it is read last.
    for (const _ of [1, 2, 3]) await looking.library.read(openId(looking))
    expect(nameIn(looking)).toBe('First example')
    looking.editor.actions.edit('Add', (agent) => addStep(agent, { id: 'ask', strategyType: 'llm' }), 'record')
    looking.workspace.state.setState({ typing: 0 })
    await looking.workspace.save()
    expect(selectAgent(looking.editor.store.getState())).toMatchObject({ name: 'Edited there', steps: [{ id: 'ask' }] })
  })

  it('merges again when the other tab has saved again while one was asked', async () => {
    const [mine, theirs] = await openTwo((here, there) => {
      rename(here, 'Mine')
      rename(there, 'Theirs')
    })
    const saving = mine.workspace.save()
    const { key } = await conflict(mine)
    theirs.editor.actions.edit('Add', (agent) => addStep(agent, { id: 'ask', strategyType: 'llm' }), 'record')
    await theirs.workspace.save()
    mine.workspace.merges.answer({ kind: 'merge', choices: { [key]: 'mine' } })
    await saving
    expect(selectAgent(mine.editor.store.getState())).toMatchObject({ name: 'Mine', steps: [{ id: 'ask' }] })
  })

  it.each(['keepBoth', 'later'] as const)('keeps both as two agents when that is wanted (%s)', async (kind) => {
    const [mine, theirs] = await openTwo((here, there) => {
      rename(here, 'Mine')
      rename(there, 'Theirs')
    })
    const saving = mine.workspace.save()
    await question(mine)
    mine.workspace.merges.answer({ kind })
    await saving
    expect(nameIn(mine)).toBe('Mine (copy)')
    expect(mine.workspace.state.getState().keptBoth).toMatchObject({
      mine: { name: 'Mine (copy)' },
      theirs: { name: 'Theirs' },
    })
    expect(openId(mine)).not.toBe(openId(theirs))
    expect(mine.address.current).toBe(openId(mine))
    expect((await mine.library.list()).map(({ name }) => name).sort()).toEqual(['Mine (copy)', 'Theirs'])
    rename(mine, 'Mine still')
    await mine.workspace.save()
    expect((await mine.library.read(openId(theirs)))?.summary.name).toBe('Theirs')
  })

  it('follows another tab as long as nothing is unsaved here, and writes nothing itself', async () => {
    const looking = openTab()
    await looking.workspace.start()
    const editing = openTab()
    await editing.workspace.start()
    rename(editing, 'Edited there')
    await editing.workspace.save()
    await vi.waitFor(() => expect(nameIn(looking)).toBe('Edited there'))
    await looking.workspace.save()
    expect((await editing.library.read(openId(editing)))?.summary.rev).toBe(2)
  })

  it('saves the left agent under its own id before it opens another', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const first = openId(tab)
    await tab.workspace.createAgent(setName(createEmptyAgent(), 'Second'))
    const second = openId(tab)
    rename(tab, 'Second, edited')
    tab.address.go(first)
    await vi.waitFor(() => expect(openId(tab)).toBe(first))
    expect((await tab.library.read(second))?.summary.name).toBe('Second, edited')
    expect((await tab.library.read(first))?.summary.name).toBe('First example')
  })

  it('goes on in memory without a store, says so, and saves once there is one', async () => {
    const factory = globalThis.indexedDB
    Reflect.deleteProperty(globalThis, 'indexedDB')
    const tab = openTab()
    await tab.workspace.start()
    expect(nameIn(tab)).toBe('First example')
    expect(tab.workspace.state.getState().save).toMatchObject({
      status: 'failed',
      problem: { code: 'storage.unavailable' },
    })
    expect(tab.workspace.unsaved).toBe(true)
    expect(await tab.workspace.open('another')).toMatchObject({ code: 'storage.unavailable' })
    globalThis.indexedDB = factory
    await tab.workspace.save()
    expect(tab.workspace.state.getState().save).toEqual({ status: 'saved' })
    expect(await tab.library.list()).toHaveLength(1)
  })

  it('finds what a closing page left behind, once', async () => {
    const closing = openTab()
    await closing.workspace.start()
    rename(closing, 'Just typed')
    closing.workspace.rescue()
    const next = openTab()
    await next.workspace.start()
    expect(nameIn(next)).toBe('Just typed')
    expect(localStorage).toHaveLength(0)
  })

  it('keeps what a closing page left behind beside what another tab saved meanwhile', async () => {
    const closing = openTab()
    await closing.workspace.start()
    const other = openTab()
    await other.workspace.start()
    rename(closing, 'Left behind')
    closing.workspace.rescue()
    rename(other, 'Saved meanwhile')
    await other.workspace.save()
    const next = openTab()
    await next.workspace.start()
    expect((await next.library.list()).map(({ name }) => name).sort()).toEqual([
      'Left behind (recovered)',
      'Saved meanwhile',
    ])
  })

  it('refuses a damaged record, leaves its bytes as they are, and goes on saving the open agent', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const open = openId(tab)
    const damaged = await tab.library.create(draftOf('Damaged', '{"steps": ['))
    expect(await tab.workspace.open(damaged.id)).toMatchObject({ code: 'storage.damaged' })
    expect(openId(tab)).toBe(open)
    rename(tab, 'Edited after the refusal')
    await tab.workspace.save()
    expect((await tab.library.read(open))?.summary.name).toBe('Edited after the refusal')
    expect((await tab.library.read(damaged.id))?.text).toBe('{"steps": [')
  })

  describe('a record of a newer version', () => {
    const text = '\uFEFF{"version": 99, "name": "Later", "steps": [{"id": "a", "strategyType": "llm"}], "era":2}  '

    async function viewNewer(): Promise<Tab> {
      const tab = openTab()
      await tab.workspace.start()
      expect(await keepForView(tab.workspace, draftOf('Later', text))).toBeUndefined()
      return tab
    }

    it('is opened to be looked at, with the reason why it may not be edited', async () => {
      const tab = await viewNewer()
      const { history, session } = tab.editor.store.getState()
      expect(history.present.agent.steps).toMatchObject([{ id: 'a' }])
      expect(session.readOnly).toBe('Made with a newer version (v99). Update to edit. You can view and export.')
      expect(session.agentId).toBe(openId(tab))
      expect(tab.workspace.state.getState().viewedText).toBe(text)
    })

    it('is never written, whatever is tried', async () => {
      const tab = await viewNewer()
      const { actions } = tab.editor
      actions.addStep('llm')
      rename(tab, 'Mine')
      actions.undo()
      await tab.workspace.save()
      tab.workspace.rescue()
      const second = openTab(openId(tab))
      await second.workspace.start()
      expect(openId(second)).toBe(openId(tab))
      expect(await second.library.read(openId(tab))).toMatchObject({ text, summary: { rev: 1, name: 'Later' } })
      expect(localStorage).toHaveLength(0)
    })

    it('can be copied as it is, put into the trash and brought back', async () => {
      const tab = await viewNewer()
      const [later] = (await tab.library.list()).filter(({ name }) => name === 'Later')
      if (later === undefined) throw new Error('It is not listed.')
      await duplicateAgent(tab.workspace, later)
      const copy = (await tab.library.list()).find(({ name }) => name === 'Later (copy)')
      expect((await tab.library.read(copy?.id ?? ''))?.text).toBe(text)
      await trashAgent(tab.workspace, later.id)
      await restoreAgent(tab.workspace, later.id)
      expect((await tab.library.read(later.id))?.text).toBe(text)
    })

    it('makes way for the next agent, which may be edited again', async () => {
      const tab = await viewNewer()
      await tab.workspace.createAgent(setName(createEmptyAgent(), 'Next'))
      expect(tab.editor.store.getState().session.readOnly).toBeUndefined()
      expect(tab.workspace.state.getState()).toMatchObject({ viewedText: undefined, save: { status: 'saved' } })
      rename(tab, 'Next, edited')
      await tab.workspace.save()
      expect((await tab.library.read(openId(tab)))?.summary.name).toBe('Next, edited')
    })
  })

  it('asks before the first run of what another tab took from outside, once it is merged', async () => {
    const [mine] = await openTwo((here, there) => {
      rename(here, 'Mine')
      there.editor.actions.edit('Take', (agent) => addStep(agent, { id: 'taken', strategyType: 'llm' }), 'record')
      void there.workspace.distrust()
    })
    const atApply: boolean[] = []
    mine.editor.store.subscribe((state) => {
      if (selectAgent(state).steps.length > 0) atApply.push(mine.workspace.state.getState().untrusted)
    })
    expect(mine.workspace.state.getState().untrusted).toBe(false)
    await mine.workspace.save()
    expect(selectAgent(mine.editor.store.getState()).steps).toMatchObject([{ id: 'taken' }])
    expect(atApply).not.toContain(false)
    expect(mine.workspace.state.getState().untrusted).toBe(true)
    expect((await mine.library.read(openId(mine)))?.summary.untrusted).toBe(true)
  })

  it('asks before the first run of a copy that holds what was taken from outside', async () => {
    const [mine] = await openTwo((here, there) => {
      rename(here, 'Mine')
      void here.workspace.distrust()
      rename(there, 'Theirs')
    })
    const saving = mine.workspace.save()
    await question(mine)
    mine.workspace.merges.answer({ kind: 'keepBoth' })
    await saving
    expect((await mine.library.read(openId(mine)))?.summary).toMatchObject({ name: 'Mine (copy)', untrusted: true })
  })

  it('copies an agent under a name of its own, and leaves open what was open', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const open = openId(tab)
    const summary = async () => (await tab.library.list()).find(({ id }) => id === open)
    for (const _ of [1, 2]) {
      const original = await summary()
      if (original !== undefined) await duplicateAgent(tab.workspace, original)
    }
    expect(openId(tab)).toBe(open)
    const copies = (await tab.library.list()).filter(({ id }) => id !== open)
    expect(copies.map(({ name }) => name).sort()).toEqual(['First example (copy 2)', 'First example (copy)'])
    const [copy] = copies
    expect((await tab.library.read(copy?.id ?? ''))?.text).toContain(JSON.stringify(copy?.name))
    await trashAgent(tab.workspace, copy?.id ?? '')
    expect(openId(tab)).toBe(open)
  })

  it('opens another agent when the open one goes to the trash', async () => {
    const tab = openTab()
    await tab.workspace.start()
    const first = openId(tab)
    await tab.workspace.createAgent(setName(createEmptyAgent(), 'Second'))
    await trashAgent(tab.workspace, openId(tab))
    expect(openId(tab)).toBe(first)
    await trashAgent(tab.workspace, first)
    expect(nameIn(tab)).toBe('First example')
    expect(openId(tab)).not.toBe(first)
  })

  it('asks before the first run of what comes from outside, until a person agreed', async () => {
    const tab = openTab()
    await tab.workspace.start()
    await tab.workspace.createAgent(setName(createEmptyAgent(), 'From a file'), { untrusted: true })
    expect(tab.workspace.state.getState().untrusted).toBe(true)
    const again = openTab(openId(tab))
    await again.workspace.start()
    expect(again.workspace.state.getState().untrusted).toBe(true)
    await again.workspace.trust()
    const later = openTab(openId(tab))
    await later.workspace.start()
    expect(later.workspace.state.getState().untrusted).toBe(false)
  })
})
