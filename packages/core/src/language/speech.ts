import type { Translator } from './Translator.ts'

/** What translates for this page. Nothing does until a translator is set: the texts stand in English in the code. */
export const speech: { translator: Translator | undefined; language: string } = {
  translator: undefined,
  language: 'en',
}
