import type { Json } from '../json/Json.ts'

const exitBrand = Symbol.for('petal.exit')

/** New values for declared state fields. */
export type Update = Readonly<Record<string, Json | undefined>>

/** Leaving by a named output port. Made by `exit()` only, so that a state field may be called "exit". */
export interface Exit {
  readonly [exitBrand]: true
  readonly name: string
  readonly update: Update | undefined
}

/** What a step gives back: an update, a branded exit, or nothing. Anything else is an error that names the step. */
export type StepResult = Update | Exit | undefined | null | void

/** Leave by the output port `name`, with an update of the state if there is one. */
export function exit(name: string, update?: Update): Exit {
  return { [exitBrand]: true, name, update }
}

/** True for a value made by `exit()`. */
export function isExit(value: unknown): value is Exit {
  return typeof value === 'object' && value !== null && exitBrand in value
}
