import type { Json } from '@petal/core/model'

/** A state field that a text may name. */
export interface Variable {
  readonly name: string
  readonly type: string
  readonly description?: string
  /** Its value in the newest run; undefined when there is none. */
  readonly value?: Json | undefined
}

/** What can be named at one place of an agent. */
export interface VariableSet {
  readonly variables: readonly Variable[]
  /** False while something may write fields that are not known: then no name is called unknown. */
  readonly complete: boolean
}

export const noVariables: VariableSet = { variables: [], complete: false }
