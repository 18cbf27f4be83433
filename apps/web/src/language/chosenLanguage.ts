import { deviceStorage } from '../look/deviceStorage.ts'
import { type LanguageCode, languages } from './languages.ts'

/** `system` follows the browser. */
export type LanguageChoice = LanguageCode | 'system'

const storageKey = 'petal-studio:language'

/** What a person chose on this device; `system` until they do. */
export function readLanguageChoice(): LanguageChoice {
  const stored = deviceStorage.getItem(storageKey)
  return isSpoken(stored) ? stored : 'system'
}

/** Remembers the choice. Texts follow when the page is loaded anew. */
export function keepLanguageChoice(choice: LanguageChoice): void {
  deviceStorage.setItem(storageKey, choice)
}

/** The language of the page: what was chosen, else the first of the browser's languages that the app speaks. */
export function chosenLanguage(wanted: readonly string[] = navigator.languages): LanguageCode {
  const choice = readLanguageChoice()
  if (choice !== 'system') return choice
  return wanted.map((tag) => tag.split('-')[0] ?? '').find(isSpoken) ?? 'en'
}

function isSpoken(code: string | null): code is LanguageCode {
  return code !== null && Object.hasOwn(languages, code)
}
