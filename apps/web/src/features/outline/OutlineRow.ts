import type { EdgeConfig, StepConfig } from '@petal/core/model'
import type { Group } from '../../editor/groups.ts'
import type { Note } from '../../editor/notes.ts'

/**
 * A way on from a step. `loop` leads back to an earlier step, `open` leads nowhere yet: there the run ends. `broken`
 * leaves by an exit, or goes to a step, that is not there.
 */
export interface OutlineWay {
  readonly kind: 'plain' | 'loop' | 'open' | 'broken'
  /** As it is in the file; what is `open` is not. */
  readonly edge: EdgeConfig
  /** The name of the exit. */
  readonly label: string
  /** What a broken one lacks. */
  readonly lacks?: 'exit' | 'step'
}

interface RowPlace {
  /** The same as long as the row is about the same thing: the focus hangs on it. */
  readonly id: string
  /** 1 for what stands by itself, 2 for what belongs to the row of level 1 above it. */
  readonly level: 1 | 2
  /** Whether the rows below it that belong to it are shown; undefined where there are none. */
  readonly expanded?: boolean
  /** 1-based, among those of the same level that belong together. */
  readonly position: number
  readonly setSize: number
}

/** What a row is about. */
export type RowContent =
  | { readonly kind: 'start' | 'end' }
  | {
      readonly kind: 'step'
      readonly step: StepConfig
      /** False when no way from the start leads to it. */
      readonly isReached: boolean
      /** The title of its group. */
      readonly group: string | undefined
    }
  | { readonly kind: 'way'; readonly way: OutlineWay }
  | { readonly kind: 'agent'; readonly stepId: string; readonly agentId: string; readonly title: string }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'note'; readonly note: Note }

/** One row of the outline. */
export type OutlineRow = RowPlace & RowContent
