import { type AgentConfig, type Problem, parseAgentConfig, type StepRegistry, setName } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { toAgentDocument } from '../editor/AgentDocument.ts'
import type { EditorState } from '../editor/EditorState.ts'
import { AgentSaver } from './AgentSaver.ts'
import type { TabMessage } from './connectTabs.ts'
import type { Library } from './Library.ts'
import type { AgentSummary } from './LibrarySchema.ts'
import { listCandidates } from './listCandidates.ts'
import { Merges } from './Merges.ts'
import { missingAgent } from './missingAgent.ts'
import { openFirst } from './openFirst.ts'
import { recoverWork } from './recoverWork.ts'
import { rescueWork } from './rescue.ts'
import { fromStoredHistory } from './storedHistory.ts'
import { takeSnapshot } from './takeSnapshot.ts'
import { toRecordProblem } from './toRecordProblem.ts'
import { toStorageError } from './toStorageError.ts'
import type { OpenOptions, OpenTarget, WorkspaceParts } from './WorkspaceParts.ts'
import { closedWorkspace, type WorkspaceState } from './WorkspaceState.ts'

const LAST_AGENT = 'lastAgent'

/** The open agent, and its way into the library and out of it. */
export class Workspace {
  readonly library: Library
  readonly state: StoreApi<WorkspaceState> = createStore(() => closedWorkspace)
  readonly merges = new Merges()
  readonly #parts: WorkspaceParts
  #saver: AgentSaver | undefined
  /** The agent that is open to be looked at only: there is no saver then, so that nothing can be written. */
  #viewedId: string | undefined
  /** True while an agent is put into the editor: that is no edit. */
  #adopting = false

  constructor(parts: WorkspaceParts) {
    this.#parts = parts
    this.library = parts.library
    parts.editor.store.subscribe((state, previous) => this.#onEdit(state, previous))
    parts.library.subscribe((message) => this.#onOtherTab(message))
    parts.address.subscribe((id) => this.open(id))
  }

  /** Opens what the address names, else the agent of last time, else the first one there ever was. */
  async start(): Promise<void> {
    let ids: readonly string[] = []
    try {
      await recoverWork(this.library, this.#parts.rescue)
      ids = await this.#candidates()
    } catch {
      // Without a store the work goes on in memory; the first save tells.
    }
    // That what was asked for, or open last time, cannot be had is worth a word.
    this.state.setState({ problem: await openFirst(this, ids, this.#parts.firstAgent) })
  }

  /** Opens a stored agent. Gives the problem when it cannot, and then leaves the open one as it is. */
  async open(id: string, options: OpenOptions = {}): Promise<Problem | undefined> {
    if (id === this.openId) return undefined
    const problem = (await this.#leave(options)) ?? (await this.#load(id))
    this.state.setState({ problem })
    return problem
  }

  /** Opens a new agent and stores it. `untrusted`: it comes from outside. Gives the problem when it cannot leave. */
  async createAgent(
    config: AgentConfig,
    options: OpenOptions & { readonly untrusted?: boolean } = {},
  ): Promise<Problem | undefined> {
    const unsaved = await this.#leave(options)
    if (unsaved !== undefined) return unsaved
    this.#adopt(config, { id: crypto.randomUUID(), rev: 0, text: '', untrusted: options.untrusted ?? false })
    this.#saver?.changed()
    await this.#saver?.flush()
    return undefined
  }

  /** The library's id of the open agent. */
  get openId(): string | undefined {
    return this.#saver?.id ?? this.#viewedId
  }

  get registry(): StepRegistry {
    return this.#parts.editor.registry
  }

  /** Opens the newest agent but this one, or the first there ever was. */
  async openAnother(id: string): Promise<void> {
    const others = (await this.#candidates()).filter((candidate) => candidate !== id)
    await openFirst(this, others, this.#parts.firstAgent)
  }

  /** Writes what is not written yet: now, and again when it had failed. */
  async save(): Promise<void> {
    await this.#saver?.flush()
  }

  /** The person has seen what the agent will use, and lets it run. */
  trust(): Promise<void> {
    return this.#setTrust(true)
  }

  /** The open agent now holds what came from outside: its next run asks. */
  distrust(): Promise<void> {
    return this.#setTrust(false)
  }

  /** The person has read that two versions were kept. */
  dismissKeptBoth(): void {
    this.state.setState({ keptBoth: undefined })
  }

  /** Tells everybody who shows the list that it may have changed. */
  listChanged(): void {
    this.state.setState(({ listRevision }) => ({ listRevision: listRevision + 1 }))
  }

  /** To be called when the page goes away: what is only in memory is put where the next visit finds it. */
  rescue(): void {
    const work = this.#saver?.unsavedWork()
    if (work !== undefined) rescueWork(this.#parts.rescue, work)
  }

  /** True while closing the page would lose work that no store holds. */
  get unsaved(): boolean {
    return this.state.getState().save.status === 'failed'
  }

  async #setTrust(trusted: boolean): Promise<void> {
    this.state.setState({ untrusted: !trusted })
    // Where it cannot be remembered it holds for this visit.
    await this.library.setTrust(this.openId ?? '', trusted).catch(() => undefined)
  }

  async #leave({ leaveUnsaved = false }: OpenOptions): Promise<Problem | undefined> {
    await this.#saver?.flush()
    const { save } = this.state.getState()
    return !leaveUnsaved && save.status === 'failed' ? save.problem : undefined
  }

  async #load(id: string): Promise<Problem | undefined> {
    try {
      const found = await this.library.read(id)
      if (found === undefined) return missingAgent
      const { rev, untrusted = false } = found.summary
      const saver = this.#saver
      const isFollowing = saver?.id === id
      // What was edited while it was being read belongs to the agent that is still open.
      await saver?.flush()
      // It was merged then, kept as another agent, or could not be saved: what was read is not what is wanted now.
      if (isFollowing && (saver.id !== id || saver.rev >= rev || this.#isUnsaved)) return undefined
      const { text } = found
      const parsed = parseAgentConfig(text)
      if (parsed.ok) this.#adopt(parsed.config, { id, rev, text, untrusted }, found.history)
      else if (!(await this.#view(id, text))) return toRecordProblem(parsed.error.toProblem())
      await this.library.setSetting(LAST_AGENT, id)
      return undefined
    } catch (fault) {
      return toStorageError(fault).toProblem()
    }
  }

  #adopt(config: AgentConfig, target: OpenTarget, storedHistory?: unknown): void {
    const { editor, address, library } = this.#parts
    const first = this.#letGo()
    this.#saver = new AgentSaver(
      {
        library,
        registry: editor.registry,
        snapshot: () => takeSnapshot(editor.store),
        isUntrusted: () => this.state.getState().untrusted,
        onStatus: (save) => this.state.setState({ save }),
        onSaved: () => this.listChanged(),
        merge: (id, agreed) => this.#parts.mergeTab({ id, agreed, quietly: (change) => this.#withoutSaving(change) }),
        onKeptBoth: (mine, theirs) => this.#onKeptBoth(mine, theirs),
      },
      target,
    )
    const history = fromStoredHistory(storedHistory, toAgentDocument(config))
    this.#withoutSaving(() =>
      editor.actions.open({ id: target.id, config, ...(history === undefined ? {} : { history }) }),
    )
    const { untrusted } = target
    this.state.setState({ save: { status: 'saved' }, untrusted, keptBoth: undefined, viewedText: undefined })
    address.write(target.id, first)
  }

  /** Another agent takes the place of the open one. Gives whether there was none. */
  #letGo(): boolean {
    const first = this.openId === undefined
    // What is asked is about the agent that was open.
    this.merges.answer({ kind: 'later' })
    this.#saver?.stop()
    this.#saver = undefined
    this.#viewedId = undefined
    return first
  }

  /** Opens what a newer version has written, to be looked at. False when it is not that. */
  async #view(id: string, text: string): Promise<boolean> {
    const viewed = (await import('./readForView.ts')).readForView(text)
    if (viewed === undefined) return false
    const first = this.#letGo()
    this.#viewedId = id
    this.#withoutSaving(() => this.#parts.editor.actions.open({ id, config: viewed.config, readOnly: viewed.reason }))
    this.state.setState({ save: { status: 'closed' }, untrusted: false, keptBoth: undefined, viewedText: text })
    this.#parts.address.write(id, first)
    return true
  }

  #onEdit(state: EditorState, previous: EditorState): void {
    if (this.#adopting || state.history.present === previous.history.present) return
    this.#saver?.changed()
  }

  #onKeptBoth(mine: AgentSummary, theirs: AgentSummary | undefined): void {
    const { editor, address } = this.#parts
    this.#withoutSaving(() => {
      editor.actions.moveTo(mine.id)
      editor.actions.editFile(msg('Keep as a copy'), (agent) => setName(agent, mine.name), 'skip')
    })
    address.write(mine.id, true)
    this.state.setState({ keptBoth: { mine, theirs } })
    this.listChanged()
  }

  async #onOtherTab(message: TabMessage): Promise<void> {
    this.listChanged()
    if (message.type !== 'agent-saved' || message.id !== this.openId) return
    const saver = this.#saver
    // With unsaved work here the next save merges; without, this tab just follows.
    if (saver === undefined || (message.rev > saver.rev && !this.#isUnsaved)) await this.#load(message.id)
  }

  /** Whether there is work on screen, or on its way there, that is not written. */
  get #isUnsaved(): boolean {
    return this.#saver?.pending === true || this.state.getState().typing > 0
  }

  #withoutSaving(change: () => void): void {
    this.#adopting = true
    change()
    this.#adopting = false
  }

  #candidates(): Promise<readonly string[]> {
    return listCandidates(this.library, this.#parts.address.read(), LAST_AGENT)
  }
}
