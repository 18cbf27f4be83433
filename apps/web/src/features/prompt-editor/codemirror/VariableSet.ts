import type { Json } from '@petal/core/model'

/** A state field that a text may name. */
export interface Variable {
  readonly name: string
  readonly type: string
  readonly description?: string
  /** Where its value comes from, in a few words. */
  readonly origin?: string
  /** Its value in the newest run; undefined when there is none. */
  readonly value?: Json | undefined
}

/** What can be named at one place of an agent. */
export interface VariableSet {
  /** Every field of the state. */
  readonly variables: readonly Variable[]
  /** False while it is not known which fields there are: then no name is called unknown. */
  readonly complete: boolean
  /** The fields that can have a value here, with where it comes from. Worked out when asked: it follows the graph. */
  offer(): readonly Variable[]
}

export const noVariables: VariableSet = { variables: [], complete: false, offer: () => [] }
