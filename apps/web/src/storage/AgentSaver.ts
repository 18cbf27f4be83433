import { type AgentConfig, type StepRegistry, setName } from '@petal/core/model'
import { type Autosave, type AutosaveStatus, createAutosave } from './createAutosave.ts'
import type { Library, SaveRequest, SaveResult } from './Library.ts'
import type { AgentSummary } from './LibrarySchema.ts'
import type { RescuedWork } from './rescue.ts'
import { toAgentDraft, UNNAMED } from './toAgentDraft.ts'
import { toStorageError } from './toStorageError.ts'

/** A revision of an agent that this tab knows, with its text. */
export interface KnownRevision {
  readonly rev: number
  readonly text: string
}

/** What a saver works with, and whom it tells. */
export interface AgentSaverParts {
  readonly library: Library
  readonly registry: StepRegistry
  /** The agent on screen and its undo history, at this moment. */
  snapshot(): { readonly config: AgentConfig; readonly history: unknown }
  /** Whether it holds, at this moment, what came from outside: a new record of it says so. */
  isUntrusted(): boolean
  onStatus(status: AutosaveStatus): void
  onSaved(summary: AgentSummary): void
  /**
   * Another tab has saved the agent, too. Gives its revision once that is merged into what is on screen; undefined: both
   * are kept.
   *
   * @param agreed the text that both tabs began with
   */
  merge(id: string, agreed: string): Promise<KnownRevision | undefined>
  /** Another tab had changed or deleted the agent: what is on screen goes on as `mine`; `theirs` is untouched. */
  onKeptBoth(mine: AgentSummary, theirs: AgentSummary | undefined): void
}

/** The agent to save. */
export interface SaverTarget {
  readonly id: string
  /** The revision that was opened; 0 for an agent that is not stored yet. */
  readonly rev: number
  /** Its text. */
  readonly text: string
}

/** Saves one open agent: it knows which agent that is, and from which revision the next change was made. */
export class AgentSaver {
  readonly #parts: AgentSaverParts
  readonly #autosave: Autosave
  #id: string
  /** What is stored, as far as this tab knows. */
  #known: KnownRevision

  constructor(parts: AgentSaverParts, { id, rev, text }: SaverTarget) {
    this.#parts = parts
    this.#id = id
    this.#known = { rev, text }
    this.#autosave = createAutosave(() => this.#write(), parts.onStatus)
  }

  get id(): string {
    return this.#id
  }

  get rev(): number {
    return this.#known.rev
  }

  get pending(): boolean {
    return this.#autosave.isPending()
  }

  changed(): void {
    this.#autosave.changed()
  }

  /** Resolves when everything is written, or when writing failed: `pending` tells which. */
  flush(): Promise<void> {
    return this.#autosave.flush()
  }

  stop(): void {
    this.#autosave.stop()
  }

  /** What is only in memory, for the moment the page goes away. */
  unsavedWork(): RescuedWork | undefined {
    if (!this.pending) return undefined
    const draft = toAgentDraft(this.#parts.snapshot().config, this.#parts.registry)
    return { ...draft, id: this.#id, baseRev: this.#known.rev }
  }

  async #write(): Promise<void> {
    const { config, history } = this.#parts.snapshot()
    const draft = toAgentDraft(config, this.#parts.registry)
    const request = { ...draft, id: this.#id, baseRev: this.#known.rev, history, untrusted: this.#parts.isUntrusted() }
    const result = await this.#saveWithRoom(request)
    if (result.ok) {
      this.#known = { rev: result.summary.rev, text: draft.text }
      this.#parts.onSaved(result.summary)
      return
    }
    const merged = result.found && (await this.#parts.merge(this.#id, this.#known.text))
    if (merged === undefined) return await this.#keepBoth(result.found)
    this.#known = merged
    await this.#write()
  }

  /** On a full store our own records of runs go first. */
  async #saveWithRoom(request: SaveRequest): Promise<SaveResult> {
    const { library } = this.#parts
    try {
      return await library.save(request)
    } catch (fault) {
      if (toStorageError(fault).code !== 'storage.quota') throw fault
      await library.runs.clear()
      return await library.save(request)
    }
  }

  /** What is on screen goes on as an agent of its own. */
  async #keepBoth(theirs: AgentSummary | undefined): Promise<void> {
    const { config, history } = this.#parts.snapshot()
    const draft = toAgentDraft(theirs === undefined ? config : copyOf(config), this.#parts.registry)
    const id = theirs === undefined ? this.#id : crypto.randomUUID()
    const request = { ...draft, id, baseRev: 0, history, untrusted: this.#parts.isUntrusted() }
    const result = await this.#saveWithRoom(request)
    // Two tabs may bring back a deleted agent at once: then the other one is "theirs", and this goes round again.
    if (!result.ok) return await this.#keepBoth(result.found)
    this.#id = id
    this.#known = { rev: result.summary.rev, text: draft.text }
    this.#parts.onKeptBoth(result.summary, theirs)
  }
}

function copyOf(config: AgentConfig): AgentConfig {
  return setName(config, `${config.name ?? UNNAMED} (copy)`)
}
