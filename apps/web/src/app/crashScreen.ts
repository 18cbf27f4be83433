import { serializeAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import type { EditorStore } from '../editor/createEditorStore.ts'
import { selectFile } from '../editor/selectors.ts'
import type { Library } from '../storage/Library.ts'

/** Where a person's work is. */
export interface CrashSources {
  readonly store: Pick<EditorStore, 'getState'>
  readonly library: Pick<Library, 'list' | 'read'>
}

/** One agent as a file to take home. */
interface AgentFile {
  readonly name: string
  readonly text: string
}

/**
 * What is shown when the app itself has failed: plain elements without React, so that a person's work can be taken
 * home whatever broke. The agent on screen comes from memory, the others from the store.
 */
export function showCrashScreen(root: HTMLElement, fault: unknown, sources: CrashSources | undefined): void {
  const files = [...screenFile(sources)]
  const list = element('ul', 'mt-4 flex flex-col gap-1')
  const show = () => list.replaceChildren(...files.map((file) => fileRow(file)))
  show()
  const download = element('button', `${buttonStyle} bg-accent-solid text-accent-ink`, t('Download my data'))
  download.addEventListener('click', () => {
    for (const file of files) save(file)
  })
  const reload = element('button', `${buttonStyle} border border-line-strong bg-surface`, t('Load the page again'))
  reload.addEventListener('click', () => location.reload())
  const buttons = element('div', 'mt-5 flex gap-2')
  buttons.append(download, reload)
  const page = element('main', 'mx-auto flex h-full max-w-xl flex-col justify-center overflow-auto p-6 text-ink')
  page.append(
    element('h1', 'font-semibold text-2xl', t('Something went wrong in Petal Studio')),
    element(
      'p',
      'mt-2 text-ink-soft',
      t('Your agents are still here. Take them with you as files, then load the page again.'),
    ),
    buttons,
    list,
    details(fault),
  )
  root.replaceChildren(page)
  void storedFiles(sources).then((stored) => {
    files.push(...stored)
    show()
  })
}

const buttonStyle = 'h-9 rounded-md px-4 font-medium'

function screenFile(sources: CrashSources | undefined): readonly AgentFile[] {
  if (!sources) return []
  try {
    const state = sources.store.getState()
    // What may only be looked at is whole in the store, and not on screen.
    if (state.session.readOnly !== undefined) return []
    const config = toAgentConfig(selectFile(state))
    return [{ name: `${config.name ?? 'Agent'} (on screen)`, text: serializeAgentConfig(config) }]
  } catch {
    return []
  }
}

async function storedFiles(sources: CrashSources | undefined): Promise<readonly AgentFile[]> {
  if (!sources) return []
  const { library } = sources
  try {
    const found = await Promise.all((await library.list()).map(({ id }) => library.read(id)))
    return found.flatMap((agent) => (agent ? [{ name: agent.summary.name, text: agent.text }] : []))
  } catch {
    // Without a store there is only what was on screen.
    return []
  }
}

function fileRow(file: AgentFile): HTMLElement {
  const row = element('li', '')
  const link = element('button', 'text-accent underline-offset-2 hover:underline', `${file.name}.agent.json`)
  link.addEventListener('click', () => save(file))
  row.append(link)
  return row
}

function save({ name, text }: AgentFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `${name.replaceAll(/[^\p{L}\p{N} ()_-]/gu, '').trim() || 'agent'}.agent.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

function details(fault: unknown): HTMLElement {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  const block = element('details', 'mt-6 text-ink-faint text-sm')
  block.append(
    element('summary', 'cursor-default', t('What happened')),
    element('pre', 'mt-2 overflow-auto rounded-md bg-surface p-3 font-mono', text.slice(0, 2000)),
  )
  return block
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
