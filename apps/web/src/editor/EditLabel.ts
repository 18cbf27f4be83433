/**
 * What an undo entry is called, in the imperative, as a menu would say it: "Move". It is kept in English, and what it
 * names beside it, so that an entry of another visit is said in whatever language the page has by then.
 */
export type EditLabel = string | NamingLabel

/** A label that names something in braces: "Delete field {name}". */
export interface NamingLabel {
  readonly text: string
  readonly values: Readonly<Record<string, string | number>>
  /** How it is said where its `count` is one. */
  readonly one?: string
}
