/** A plain JSON value: the only kind of value that state, events and files hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A plain JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}
