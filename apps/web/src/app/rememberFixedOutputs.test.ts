import 'fake-indexeddb/auto'
import { createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { expect, it, vi } from 'vitest'
import { createEditor } from '../editor/createEditor.ts'
import { createLibrary } from '../storage/createLibrary.ts'
import { rememberFixedOutputs } from './rememberFixedOutputs.ts'

/** A tab with an agent on it. Tabs share what the browser keeps. */
function openTab(id: string) {
  const { store, actions } = createEditor(createDefaultRegistry())
  rememberFixedOutputs({ store, actions }, createLibrary('fixed-outputs'))
  actions.open({ id, config: createAgentConfig() })
  return { actions, fixed: () => store.getState().session.fixedOutputs }
}

it('fixed outputs of two agents are both kept when two tabs set them at once', async () => {
  const draft = { text: '{}', stepCount: 0, outline: { boxes: [], lines: [] } }
  const library = createLibrary('fixed-outputs')
  const agents = await Promise.all(['One', 'Two'].map((name) => library.create({ ...draft, name })))
  const outputs = (id: string) => ({ step: { update: { of: id } } })
  for (const { id } of agents) openTab(id).actions.setFixedOutputs(outputs(id))
  for (const { id } of agents) {
    await vi.waitFor(async () => expect(JSON.stringify(await library.getSetting('fixed-outputs'))).toContain(id))
    const tab = openTab(id)
    await vi.waitFor(() => expect(tab.fixed()).toEqual(outputs(id)))
  }
})

it('an output that is fixed before those of the last visit are there joins them', async () => {
  const draft = { text: '{}', stepCount: 0, outline: { boxes: [], lines: [] } }
  const { id } = await createLibrary('fixed-outputs').create({ ...draft, name: 'Three' })
  const [before, now] = [{ update: { of: 'before' } }, { update: { of: 'now' } }]
  openTab(id).actions.setFixedOutputs({ before })
  const library = createLibrary('fixed-outputs')
  await vi.waitFor(async () => expect(JSON.stringify(await library.getSetting('fixed-outputs'))).toContain(id))
  const { store, actions } = createEditor(createDefaultRegistry())
  actions.open({ id, config: createAgentConfig() })
  actions.setFixedOutputs({ now })
  rememberFixedOutputs({ store, actions }, library)
  await vi.waitFor(() => expect(store.getState().session.fixedOutputs).toEqual({ before, now }))
  await vi.waitFor(async () => expect(JSON.stringify(await library.getSetting('fixed-outputs'))).toContain('"now"'))
})
