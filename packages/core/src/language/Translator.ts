/** What a text names in braces: `{name}`. */
export type TextValues = Readonly<Record<string, string | number | undefined>>

/** Says the texts of the app in another language than the one they are written in. */
export interface Translator {
  /** The text in that language, its values filled in; undefined for one that is not translated. */
  text(text: string, values: TextValues): string | undefined
  /** The form that a number asks for. `other` is what the texts are known by. */
  plural(count: number, one: string, other: string, values: TextValues): string | undefined
}
