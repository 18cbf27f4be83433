import { speech } from './speech.ts'
import type { Translator } from './Translator.ts'

/** Sets the language of all texts drawn from now on. To be called before the first one is. */
export function setTranslator(translator: Translator | undefined): void {
  speech.translator = translator
}
