import { setTranslator } from '@petal/ui/language'
import i18next, { type i18n } from 'i18next'
import german from './de.json'
import type { LanguageCode } from './languages.ts'

const texts: Readonly<Record<Exclude<LanguageCode, 'en'>, Readonly<Record<string, string>>>> = { de: german }

/** Says all texts in a language from now on; a text that it lacks is said in English. */
export async function speak(language: Exclude<LanguageCode, 'en'>): Promise<void> {
  const known = await createTranslations(language)
  setTranslator({
    text: (text, values) => known.t(text, { ...values }),
    plural: (count, one, other, values) =>
      known.exists(other, { ...values, count })
        ? known.t(other, { ...values, count })
        : known.t(count === 1 ? one : other, { ...values }),
  })
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
