import type { AgentConfig, MergeSide } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AgentDocument } from '../editor/AgentDocument.ts'

/** Whose version is merged with what is on screen. */
export type MergeOther = { readonly kind: 'tab' } | { readonly kind: 'file'; readonly name: string }

/** Two versions of the open agent that only a person can put together. */
export interface MergeQuestion {
  readonly base: AgentConfig
  readonly mine: AgentConfig
  readonly theirs: AgentConfig
  readonly other: MergeOther
  /** What is chosen already, where this is asked once more. */
  readonly choices: Readonly<Record<string, MergeSide>>
}

/** `later` decides nothing. */
export type MergeAnswer =
  | { readonly kind: 'merge'; readonly choices: Readonly<Record<string, MergeSide>> }
  | { readonly kind: 'keepBoth' | 'later' }

/** A merge that was made: what was on screen, and what is. */
export interface MadeMerge {
  readonly other: MergeOther
  readonly before: AgentConfig
  readonly after: AgentConfig
  /** The same as `after`, as it was on screen: while it still is, nothing was changed since. */
  readonly document: AgentDocument
}

export interface MergesState {
  /** What the person has to decide. */
  readonly question: MergeQuestion | undefined
  /** The newest merge, to be told of. */
  readonly made: MadeMerge | undefined
}

/** What there is to ask and to tell of merges: the line between storage, which merges, and the person. */
export class Merges {
  readonly state: StoreApi<MergesState> = createStore(() => ({ question: undefined, made: undefined }))
  #answered: ((answer: MergeAnswer) => void) | undefined

  ask(question: MergeQuestion): Promise<MergeAnswer> {
    this.answer({ kind: 'later' })
    this.state.setState({ question })
    return new Promise((resolve) => {
      this.#answered = resolve
    })
  }

  answer(answer: MergeAnswer): void {
    const answered = this.#answered
    this.#answered = undefined
    this.state.setState({ question: undefined })
    answered?.(answer)
  }

  tell(made: MadeMerge): void {
    this.state.setState({ made })
  }
}
