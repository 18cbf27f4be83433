import type { StepCategory } from '@petal/core/model'
import { msg } from '@petal/ui/language'

/** The headings of the command palette, but for what was used recently. */
export const choiceGroups = ['Edit', 'Steps', msg('Add a step'), 'View', 'Run', 'Agent', 'Help'] as const

/** One thing the command palette can do. */
export interface PaletteChoice {
  /** Kept among what was used recently. */
  readonly id: string
  readonly title: string
  readonly group: (typeof choiceGroups)[number]
  /** Further words it is found by. */
  readonly keywords?: readonly string[]
  readonly icon?: { readonly name: string; readonly category: StepCategory }
  readonly keys?: string
  run(): void
}
