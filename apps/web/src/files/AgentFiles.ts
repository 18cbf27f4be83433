import { AgentError, parseAgentConfig, problemWording, serializeAgentConfig } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import { selectFile } from '../editor/selectors.ts'
import { createMergeParts } from '../storage/createMergeParts.ts'
import { keepForView } from '../storage/keepForView.ts'
import { mergeInto } from '../storage/mergeInto.ts'
import { readForView } from '../storage/readForView.ts'
import { toAgentDraft } from '../storage/toAgentDraft.ts'
import type { AgentFilesParts } from './AgentFilesParts.ts'
import { AgentFolders } from './AgentFolders.ts'
import type { FileLink } from './fileDatabase.ts'
import { askToUse, mayUse } from './filePermission.ts'
import { deniedError, readText, writeText } from './fileText.ts'
import { findAgent, forgetDeleted } from './linkedAgents.ts'
import { agentFileType, pick } from './pick.ts'

/**
 * Agents in files on this computer. The library's agent stays what is edited and saved by itself; a file is read when it
 * is opened and written when the person saves, and never over a change that they have not seen.
 */
export class AgentFiles {
  readonly folders: AgentFolders
  readonly #parts: AgentFilesParts
  #link: FileLink | undefined

  constructor(parts: AgentFilesParts) {
    this.#parts = parts
    this.folders = new AgentFolders(parts.database, parts.state)
  }

  /** Follows which agent is open, and looks at its file whenever the person comes back to the page. */
  async start(): Promise<void> {
    const { editor } = this.#parts
    editor.store.subscribe(({ session }, previous) => {
      // An agent whose file cannot be found has none; whatever is wrong is told when a file is opened or saved.
      if (session.agentId !== previous.session.agentId) this.#follow(session.agentId).catch(() => undefined)
    })
    window.addEventListener('focus', () => void this.check().catch(() => undefined))
    await this.folders.load()
    await this.#follow(editor.store.getState().session.agentId)
    await forgetDeleted(this.#parts).catch(() => undefined)
  }

  /** Lets the person choose a file, and opens it. False when they choose none. */
  async openFile(): Promise<boolean> {
    const picked = await pick((pickers) => pickers.showOpenFilePicker(agentFileType))
    const [handle] = picked ?? []
    if (handle === undefined) return false
    await this.open(handle)
    return true
  }

  /** Opens the agent in a file: the one in the library that is saved to it, else a new one. */
  async open(handle: FileSystemFileHandle): Promise<void> {
    const { workspace } = this.#parts
    const known = await findAgent(this.#parts, handle)
    if (known !== undefined) {
      const problem = await workspace.open(known.agentId)
      if (problem !== undefined) throw new AgentError(problem.code, problemWording(problem))
      await this.#follow(known.agentId)
      await this.check()
      return
    }
    const text = await readText(handle)
    const parsed = parseAgentConfig(text)
    if (!parsed.ok) return this.#view(text, parsed.error)
    const problem = await workspace.createAgent(parsed.config, { untrusted: true })
    if (problem !== undefined) throw new AgentError(problem.code, problemWording(problem))
    await this.#remember(workspace.openId, handle, text, this.#currentText())
  }

  /**
   * Writes the open agent, or this text of it, to its file; when that was changed meanwhile, asks first. Gives whether it
   * is written.
   */
  async save(text?: string): Promise<boolean> {
    const link = this.#link
    if (link === undefined) return false
    const write = this.#writer(text)
    if (!(await askToUse(link.handle, 'readwrite'))) throw deniedError(link.handle)
    // While the browser asked, another agent may have been opened: this text is not for its file.
    if (!(await this.#isAsLeft()) || this.#link?.agentId !== link.agentId) return false
    await write(link.handle)
    return true
  }

  /** Writes a text to a file that the person chooses, which is the agent's from now on. Gives its name. */
  async saveAs(text: string, suggestedName: string): Promise<string | undefined> {
    const write = this.#writer(text)
    const handle = await pick((pickers) => pickers.showSaveFilePicker({ ...agentFileType, suggestedName }))
    if (handle === undefined) return undefined
    await write(handle)
    return handle.name
  }

  /** Writes the open agent to a new file of a folder. Gives its name. */
  async saveInto(folderId: string, suggestedName: string): Promise<string> {
    const write = this.#writer(this.#parts.workspace.state.getState().viewedText)
    const handle = await this.folders.createFile(folderId, suggestedName)
    await write(handle)
    return handle.name
  }

  /** Asks the person when the file is not as it was left. One that cannot be read tells so when it is saved. */
  async check(): Promise<void> {
    await this.#isAsLeft().catch(() => true)
  }

  /** Whether the file is as it was left; if not, the person is asked. A file that may not be read counts as it was. */
  async #isAsLeft(): Promise<boolean> {
    const link = this.#link
    if (link === undefined || !(await mayUse(link.handle, 'read'))) return true
    const text = await readText(link.handle)
    if (link !== this.#link || text === link.fileText) return true
    // Written here, and the page went away before it was noted; or both were changed alike.
    if (text === this.#currentText()) {
      await this.#remember(link.agentId, link.handle, text, text)
      return true
    }
    this.#parts.state.setState({ change: { name: link.handle.name, text } })
    return false
  }

  /** Takes what stands in the file. It is an edit like any other: undoing it brings back what was here. */
  async reload(): Promise<void> {
    const { workspace, editor, state } = this.#parts
    const { change } = state.getState()
    const link = this.#link
    if (change === undefined || link === undefined) return
    const parsed = parseAgentConfig(change.text)
    if (!parsed.ok) throw parsed.error
    editor.actions.replaceFile(msg('Reload from the file'), parsed.config)
    const text = this.#currentText()
    await workspace.distrust()
    await this.#remember(link.agentId, link.handle, change.text, text)
  }

  /** Puts what stands in the file together with what is here. Where it cannot be both, the person is asked. */
  async merge(): Promise<void> {
    const { workspace, editor, state } = this.#parts
    const { change } = state.getState()
    const link = this.#link
    if (change === undefined || link === undefined) return
    const theirs = parseAgentConfig(change.text)
    if (!theirs.ok) throw theirs.error
    const read = parseAgentConfig(link.fileText)
    const base = read.ok ? read : parseAgentConfig(link.savedText)
    if (!base.ok) throw base.error
    const other = { kind: 'file', name: change.name } as const
    const parts = createMergeParts(workspace, editor)
    const done = await mergeInto(parts, { base: base.config, theirs: theirs.config, other })
    if (done === 'keepBoth') return await this.keepMine()
    if (done === 'later') return
    await workspace.distrust()
    await this.#remember(link.agentId, link.handle, change.text, serializeAgentConfig(theirs.config))
  }

  /** Goes on with what is here. What stands in the file is kept in the library: the next save writes over it. */
  async keepMine(): Promise<void> {
    const { workspace, state } = this.#parts
    const { change } = state.getState()
    const link = this.#link
    if (change === undefined || link === undefined) return
    const parsed = parseAgentConfig(change.text)
    const draft = parsed.ok
      ? { ...toAgentDraft(parsed.config, workspace.registry), text: change.text }
      : { text: change.text, stepCount: 0, outline: { boxes: [], lines: [] }, name: change.name }
    await workspace.library.create({ ...draft, name: `${draft.name} (from the file)` }, { untrusted: true })
    workspace.listChanged()
    await this.#remember(link.agentId, link.handle, change.text, link.savedText)
  }

  #isReadOnly(): boolean {
    return this.#parts.editor.store.getState().session.readOnly !== undefined
  }

  #currentText(): string {
    return serializeAgentConfig(toAgentConfig(selectFile(this.#parts.editor.store.getState())))
  }

  /** Takes down what is open now, so that it is this that is written, however long the browser asks. */
  #writer(text?: string): (handle: FileSystemFileHandle) => Promise<void> {
    const agentId = this.#parts.workspace.openId
    const isReadOnly = this.#isReadOnly()
    const current = this.#currentText()
    return async (handle) => {
      await writeText(handle, text ?? current)
      // What a newer version has made leaves as it came; it is never written again from here.
      if (!isReadOnly) await this.#remember(agentId, handle, text ?? current, current)
    }
  }

  /** The agent and this file are now as one. */
  async #remember(
    agentId: string | undefined,
    handle: FileSystemFileHandle,
    fileText: string,
    savedText: string,
  ): Promise<void> {
    if (agentId === undefined) return
    const link = { agentId, handle, fileText, savedText }
    if (agentId === this.#parts.workspace.openId) this.#show(link)
    await this.#parts.database.putLink(link)
  }

  async #follow(agentId: string | undefined): Promise<void> {
    if (this.#link?.agentId === agentId) return
    this.#show(undefined)
    if (agentId === undefined || this.#isReadOnly()) return
    const link = await this.#parts.database.readLink(agentId)
    if (link === undefined || this.#parts.editor.store.getState().session.agentId !== agentId) return
    this.#show(link)
    await this.check()
  }

  #show(link: FileLink | undefined): void {
    this.#link = link
    const file = link && { agentId: link.agentId, name: link.handle.name, savedText: link.savedText }
    this.#parts.state.setState({ file, change: undefined })
  }

  /** A newer version's file is kept in the library as it is, to be looked at. */
  async #view(text: string, fault: Error): Promise<void> {
    const { workspace } = this.#parts
    const viewed = readForView(text)
    if (viewed === undefined) throw fault
    const problem = await keepForView(workspace, { ...toAgentDraft(viewed.config, workspace.registry), text })
    if (problem !== undefined) throw new AgentError(problem.code, problemWording(problem))
  }
}
