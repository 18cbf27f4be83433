import { speech } from './speech.ts'
import type { Translator } from './Translator.ts'

/** Sets the language of all texts drawn from now on, by its BCP 47 code. To be called before the first one is. */
export function setTranslator(translator: Translator | undefined, language = 'en'): void {
  speech.translator = translator
  speech.language = language
}
