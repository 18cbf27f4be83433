import { type AgentConfig, type Problem, parseAgentConfig, type StepRegistry, setName } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { toAgentConfig, toAgentDocument } from '../editor/AgentDocument.ts'
import type { Editor } from '../editor/createEditor.ts'
import type { EditorState } from '../editor/EditorState.ts'
import { AgentSaver, type SaverTarget } from './AgentSaver.ts'
import type { Address } from './address.ts'
import type { TabMessage } from './connectTabs.ts'
import type { Library } from './Library.ts'
import type { AgentSummary } from './LibrarySchema.ts'
import { recoverWork } from './recoverWork.ts'
import { rescueWork } from './rescue.ts'
import { fromStoredHistory, toStoredHistory } from './storedHistory.ts'
import { toRecordProblem } from './toRecordProblem.ts'
import { toStorageError } from './toStorageError.ts'
import { closedWorkspace, type WorkspaceState } from './WorkspaceState.ts'

export interface WorkspaceParts {
  readonly library: Library
  readonly editor: Editor
  readonly address: Address
  /** For what is unsaved when the page goes away. */
  readonly rescue: Storage
  /** What a first visit opens. */
  firstAgent(): Promise<AgentConfig>
}

export interface OpenOptions {
  /** Opens even though the work on screen could not be saved and will be lost. */
  readonly leaveUnsaved?: boolean
}

const LAST_AGENT = 'lastAgent'
/** The open agent, and its way into the library and out of it. */
export class Workspace {
  readonly library: Library
  readonly state: StoreApi<WorkspaceState> = createStore(() => closedWorkspace)
  readonly #parts: WorkspaceParts
  #saver: AgentSaver | undefined
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
    this.state.setState({ problem: await this.#openFirst(ids) })
  }

  /** Opens a stored agent. Gives the problem when it cannot, and then leaves the open one as it is. */
  async open(id: string, options: OpenOptions = {}): Promise<Problem | undefined> {
    if (id === this.#saver?.id) return undefined
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
    this.#adopt(config, { id: crypto.randomUUID(), rev: 0, untrusted: options.untrusted ?? false })
    this.#saver?.changed()
    await this.#saver?.flush()
    return undefined
  }

  /** The library's id of the open agent. */
  get openId(): string | undefined {
    return this.#saver?.id
  }

  get registry(): StepRegistry {
    return this.#parts.editor.registry
  }

  /** Opens the newest agent but this one, or the first there ever was. */
  async openAnother(id: string): Promise<void> {
    const ids = await this.#candidates()
    await this.#openFirst(ids.filter((candidate) => candidate !== id))
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
    await this.library.setTrust(this.#saver?.id ?? '', trusted).catch(() => undefined)
  }

  /** Opens the first of these that can be opened, else the first agent there ever was. Gives the first refusal. */
  async #openFirst(ids: readonly string[]): Promise<Problem | undefined> {
    let refusal: Problem | undefined
    for (const id of ids) {
      const problem = await this.open(id)
      if (problem === undefined) return refusal
      refusal ??= problem
    }
    await this.createAgent(await this.#parts.firstAgent())
    return refusal
  }

  async #leave({ leaveUnsaved = false }: OpenOptions): Promise<Problem | undefined> {
    await this.#saver?.flush()
    const { save } = this.state.getState()
    if (!leaveUnsaved && save.status === 'failed') return save.problem
    this.#saver?.stop()
    return undefined
  }

  async #load(id: string): Promise<Problem | undefined> {
    try {
      const found = await this.library.read(id)
      if (found === undefined) return missingAgent
      const parsed = parseAgentConfig(found.text)
      if (!parsed.ok) return toRecordProblem(parsed.error.toProblem())
      const { rev, untrusted = false } = found.summary
      this.#adopt(parsed.config, { id, rev, untrusted }, found.history)
      await this.library.setSetting(LAST_AGENT, id)
      return undefined
    } catch (fault) {
      return toStorageError(fault).toProblem()
    }
  }

  #adopt(config: AgentConfig, target: SaverTarget, storedHistory?: unknown): void {
    const { editor, address, library } = this.#parts
    const first = this.#saver === undefined
    this.#saver?.stop()
    this.#saver = new AgentSaver(
      {
        library,
        registry: editor.registry,
        snapshot: () => {
          const { history } = editor.store.getState()
          return { config: toAgentConfig(history.present), history: toStoredHistory(history) }
        },
        onStatus: (save) => this.state.setState({ save }),
        onSaved: () => this.listChanged(),
        onKeptBoth: (mine, theirs) => this.#onKeptBoth(mine, theirs),
      },
      target,
    )
    const history = fromStoredHistory(storedHistory, toAgentDocument(config))
    this.#withoutSaving(() =>
      editor.actions.open({ id: target.id, config, ...(history === undefined ? {} : { history }) }),
    )
    this.state.setState({ save: { status: 'saved' }, untrusted: target.untrusted, keptBoth: undefined })
    address.write(target.id, first)
  }

  #onEdit(state: EditorState, previous: EditorState): void {
    if (this.#adopting || state.history.present === previous.history.present) return
    this.#saver?.changed()
  }

  #onKeptBoth(mine: AgentSummary, theirs: AgentSummary | undefined): void {
    const { editor, address } = this.#parts
    this.#withoutSaving(() => {
      editor.actions.moveTo(mine.id)
      editor.actions.edit('Keep as a copy', (agent) => setName(agent, mine.name), 'skip')
    })
    address.write(mine.id, true)
    this.state.setState({ keptBoth: { mine, theirs } })
    this.listChanged()
  }

  async #onOtherTab(message: TabMessage): Promise<void> {
    this.listChanged()
    const saver = this.#saver
    if (saver === undefined || message.type !== 'agent-saved' || message.id !== saver.id) return
    // With unsaved work here the revision check keeps both; without, this tab just follows.
    if (message.rev > saver.rev && !saver.pending) await this.#load(saver.id)
  }

  #withoutSaving(change: () => void): void {
    this.#adopting = true
    change()
    this.#adopting = false
  }

  /** Ids to try, in this order: what the address names, what was open last time, the others, newest first. */
  async #candidates(): Promise<readonly string[]> {
    const [last, agents] = await Promise.all([this.library.getSetting(LAST_AGENT), this.library.list()])
    const inUse = agents.filter(({ trashedAt }) => trashedAt === undefined).sort((a, b) => b.updatedAt - a.updatedAt)
    const ids = inUse.map(({ id }) => id)
    const named = this.#parts.address.read()
    return [...new Set([named ?? [], ids.filter((id) => id === last), ids].flat())]
  }
}

const missingAgent: Problem = {
  code: 'storage.unavailable',
  severity: 'error',
  message: 'This agent is not in this browser. Agents stay where they were made: bring it over as a file.',
}
