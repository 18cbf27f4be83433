import { languages } from './languages.ts'

/**
 * Gives a worker, whose words are its own, the language of its page. English is there at once; where the texts of another
 * one cannot be loaded, the same is said in English.
 */
export async function speakAs(language: string): Promise<void> {
  if (!isTranslated(language)) return
  try {
    const { speak } = await import('./speak.ts')
    await speak(language)
  } catch {
    // English is there.
  }
}

function isTranslated(language: string): language is Exclude<keyof typeof languages, 'en'> {
  return language !== 'en' && Object.hasOwn(languages, language)
}
