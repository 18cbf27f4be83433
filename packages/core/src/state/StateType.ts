import type { Json } from '../json/Json.ts'

/** The types a state field can have. `messages` is a list of `Message`. */
export const fieldTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'messages', 'any'] as const
export type StateFieldType = (typeof fieldTypes)[number]

/** How a new value meets the old: replace it, append to a list, merge into an object, add to a number. */
export const reducers = ['replace', 'append', 'merge', 'add'] as const
export type Reducer = (typeof reducers)[number]

/** One field of an agent's state. */
export interface StateField {
  readonly type: StateFieldType
  /** Default: `append` for `messages`, else `replace`. */
  readonly reducer?: Reducer
  /** The value before anything was written; a fresh copy for every run. */
  readonly default?: Json
  /** True when the person gives it at the start of a run. */
  readonly input?: boolean
  readonly description?: string
  /** A JSON Schema that values must satisfy. */
  readonly schema?: { readonly [key: string]: Json }
}

/** The shape of an agent's state, as data: a name and its fields. */
export interface StateType {
  readonly name: string
  readonly fields: Readonly<Record<string, StateField>>
}

/** The values that flow through a run, by field name. Plain JSON. */
export type State = Readonly<Record<string, Json>>
