import { setTranslator, type TextValues } from '@petal/ui/language'
import i18next, { type i18n } from 'i18next'
import german from './de.json'
import type { LanguageCode } from './languages.ts'

const texts: Readonly<Record<Exclude<LanguageCode, 'en'>, Readonly<Record<string, string>>>> = { de: german }

/** Says all texts in a language from now on; a text that it lacks is said in English. */
export async function speak(language: Exclude<LanguageCode, 'en'>): Promise<void> {
  const known = await createTranslations(language)
  // No text refers to another one; without this, words that look as if they did would be followed.
  const say = (text: string, values: TextValues) =>
    known.exists(text, { ...values }) ? known.t(text, { ...values, nest: false }) : undefined
  setTranslator({ text: say, plural: (count, _one, other, values) => say(other, { ...values, count }) }, language)
}

/** English texts are the keys: no character in them has a meaning, and braces hold values as they do in `t`. */
async function createTranslations(language: Exclude<LanguageCode, 'en'>): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    resources: { [language]: { translation: texts[language] } },
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '\u0000',
    interpolation: { prefix: '{', suffix: '}', escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_text: string, match: readonly string[]) => match[0],
  })
  return instance
}
