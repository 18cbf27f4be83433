/** The languages that the app speaks, each by its own name. English is what the texts are written in. */
export const languages = { en: 'English', de: 'Deutsch' } as const

/** Codes by BCP 47. */
export type LanguageCode = keyof typeof languages
