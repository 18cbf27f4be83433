import { chosenLanguage } from './chosenLanguage.ts'

/** Gives the page its language. English is there at once; for another one its texts are loaded first. */
export function startLanguage(): Promise<void> | undefined {
  const language = chosenLanguage()
  document.documentElement.lang = language
  if (language === 'en') return undefined
  return import('./speak.ts').then(
    ({ speak }) => speak(language),
    // The texts could not be loaded: the page says the same in English.
    () => {
      document.documentElement.lang = 'en'
    },
  )
}
