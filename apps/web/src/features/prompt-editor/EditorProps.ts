import type { Problem } from '@petal/core/model'
import type { ControlAria } from '@petal/ui'
import type { EditorLanguage } from './codemirror/EditorLanguage.ts'
import type { VariableSet } from './codemirror/VariableSet.ts'

/** What every text editor of this feature gets, the lazy one and its plain stand-in alike. */
export interface EditorProps {
  readonly value: string
  onChange(text: string): void
  onBlur(): void
  readonly language: EditorLanguage
  /** What can be named in the text. */
  readonly variables: VariableSet
  /** What is wrong with the text; those with a `range` are marked in it. */
  readonly problems: readonly Problem[]
  onFix: ((problem: Problem) => void) | undefined
  readonly aria: ControlAria & { readonly id: string }
  /** Name for screen readers. */
  readonly label: string
  readonly placeholder?: string | undefined
  readonly disabled: boolean
  /** `line`: one line, Enter does nothing. `field`: grows with its text. `large`: fills its place. */
  readonly size: 'line' | 'field' | 'large'
  readonly autoFocus?: boolean
}
