/** The language of the page is the core's: one state, whoever says a text. */
export { msg, plural, setTranslator, spokenLanguage, type TextValues, type Translator, t } from '@petal/core/language'
