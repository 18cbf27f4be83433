import { createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createEditor } from '../editor/createEditor.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { rememberShownRun, showLastRun } from './rememberShownRun.ts'

const record = (runId: string, status: RunRecord['status'] = 'done'): RunRecord => {
  return { runId, agentId: 'one', agentName: 'One', order: 1, startedAt: 0, input: {}, status, threadId: runId }
}

/** A page with an agent on it, and these runs in its store. Pages share what the device keeps. */
function openPage(device: Map<string, string>, records: readonly RunRecord[] = [record('new'), record('old')]) {
  const { store, actions } = createEditor(createDefaultRegistry())
  const storage = {
    getItem: (name: string) => device.get(name) ?? null,
    setItem: (name: string, value: string) => void device.set(name, value),
  }
  actions.open({ id: 'one', config: createAgentConfig() })
  rememberShownRun(store, storage)
  const show = (runId: string) =>
    actions.receive({ type: 'run-start', runId, seq: 0, at: 0, configHash: '', input: {}, threadId: runId })
  const stored = {
    show: async ({ runId }: RunRecord) => {
      show(runId)
      return 'ready' as const
    },
  }
  const archive = { records: createStore<readonly RunRecord[]>(() => records) }
  const session = () => store.getState().session
  return {
    actions,
    show,
    // Of the controller only these two are asked, and of them only this.
    again: () =>
      showLastRun({ store, actions }, { stored, archive } as unknown as Parameters<typeof showLastRun>[1], storage),
    shown: () => [store.getState().runs.current?.runId, session().panels.runTab, session().moment?.id],
  }
}

describe('what is shown of a run', () => {
  it('is there again when the page comes back', async () => {
    const device = new Map<string, string>()
    const { show, actions } = openPage(device)
    show('old')
    actions.showRun('timeline')
    actions.showMoment({ runId: 'old', id: 'start' })
    const page = openPage(device)
    expect(await page.again()).toBe(true)
    expect(page.shown()).toEqual(['old', 'timeline', 'start'])
  })

  it('is nothing once the run is taken off the screen, has made room, or was cut off', async () => {
    const device = new Map<string, string>()
    const { show, actions } = openPage(device)
    show('old')
    expect(await openPage(device, [record('new')]).again()).toBe(false)
    expect(await openPage(device, [record('old', 'interrupted')]).again()).toBe(false)
    expect(await openPage(device, [record('new'), record('old', 'interrupted')]).again()).toBe(true)
    actions.clearRun()
    expect(await openPage(device).again()).toBe(false)
  })

  it.each(['no JSON', '{}', '[["one"]]', '[["one", null]]', '[["one", {"runId": "old", "tab": "attic"}]]'])(
    'does not mind %s in its place',
    async (text) => expect(await openPage(new Map([['petal-studio:shown-runs', text]])).again()).toBe(false),
  )
})
