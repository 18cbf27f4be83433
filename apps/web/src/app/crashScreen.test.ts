// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { serializeAgentConfig } from '@petal/core/model'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { selectAgent, selectFile } from '../editor/selectors.ts'
import { createLibrary } from '../storage/createLibrary.ts'
import { type CrashSources, showCrashScreen } from './crashScreen.ts'

const downloads: { name: string; text: string }[] = []
let blobs: Blob[] = []

beforeEach(() => {
  downloads.length = 0
  blobs = []
  document.body.innerHTML = '<div id="root"><p>what React left behind</p></div>'
  // jsdom has no object addresses and follows no links: the two ends of a download.
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  URL.revokeObjectURL = () => {}
  HTMLAnchorElement.prototype.click = async function click() {
    const blob = blobs[Number(this.href.split(':')[1]) - 1]
    downloads.push({ name: this.download, text: (await blob?.text()) ?? '' })
  }
})

async function crash(sources: CrashSources | undefined) {
  const root = document.getElementById('root') ?? document.body
  showCrashScreen(root, new Error('Boom'), sources)
  return root
}

function press(root: HTMLElement, name: string) {
  ;[...root.querySelectorAll('button')].find((button) => button.textContent === name)?.click()
}

async function workAndLibrary() {
  const library = createLibrary(`crash-${crypto.randomUUID()}`)
  await library.create({ name: 'Stored', text: '{"version":1}', stepCount: 0, outline: { boxes: [], lines: [] } })
  const { editor, click } = createTestEditor()
  click('llm')
  return { store: editor.store, library }
}

describe('the crash screen', () => {
  test('takes the place of everything, and says what happened', async () => {
    const root = await crash(undefined)
    expect(root.textContent).not.toContain('what React left behind')
    expect(root.querySelector('h1')?.textContent).toContain('went wrong')
    expect(root.querySelector('pre')?.textContent).toContain('Boom')
  })

  test('gives the agent on screen and every stored one as files', async () => {
    const sources = await workAndLibrary()
    const root = await crash(sources)
    await vi.waitUntil(() => root.querySelectorAll('li').length === 2)
    press(root, 'Download my data')
    await vi.waitUntil(() => downloads.length === 2)
    const onScreen = serializeAgentConfig(toAgentConfig(selectFile(sources.store.getState())))
    expect(downloads).toEqual([
      { name: 'Untitled agent (on screen).agent.json', text: onScreen },
      { name: 'Stored.agent.json', text: '{"version":1}' },
    ])
  })

  test('gives what may only be looked at as it is stored, not as it is drawn', async () => {
    const { library } = await workAndLibrary()
    const { editor } = createTestEditor()
    editor.actions.open({ id: 'later', config: selectAgent(editor.store.getState()), readOnly: 'A newer version.' })
    const root = await crash({ store: editor.store, library })
    await vi.waitUntil(() => root.querySelectorAll('li').length === 1)
    press(root, 'Download my data')
    await vi.waitUntil(() => downloads.length === 1)
    expect(downloads).toEqual([{ name: 'Stored.agent.json', text: '{"version":1}' }])
  })

  test('gives what is on screen also when the store is gone', async () => {
    const { store, library } = await workAndLibrary()
    library.close()
    const failing = { list: () => Promise.reject(new Error('gone')), read: library.read }
    const root = await crash({ store, library: failing })
    press(root, 'Download my data')
    await vi.waitUntil(() => downloads.length === 1)
    expect(JSON.parse(downloads[0]?.text ?? '').steps).toHaveLength(1)
  })

  test('a name that is no file name becomes one', async () => {
    const { library } = await workAndLibrary()
    const editor = createTestEditor()
    editor.actions.edit('Rename', (agent) => ({ ...agent, name: '../<b>' }), 'record')
    const root = await crash({ store: editor.editor.store, library })
    press(root, 'Download my data')
    await vi.waitUntil(() => downloads.length > 0)
    expect(downloads[0]?.name).toBe('b (on screen).agent.json')
  })
})
