import type { Json } from '@petal/core/model'
import { t } from '../../language/index.ts'
import type { ParsedText } from './useValueDraft.ts'

/** A value as people edit it: two spaces, nothing for no value. */
export function formatJson(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}

/** What may still become JSON while it is typed: a value in signs or quotes, a number, or a word of JSON. */
const unfinished = /^(?:[{["]|-?\d*\.?\d*(?:[eE][+-]?\d*)?$|t(?:r(?:ue?)?)?$|f(?:a(?:l(?:se?)?)?)?$|n(?:u(?:ll?)?)?$)/

/** Reads JSON where a text may stand without its quotes: what can be no JSON, however it goes on, is a text. */
export function parseJsonOrText(text: string): ParsedText {
  const parsed = parseJsonText(text)
  if (parsed.ok) return parsed
  const bare = text.trim()
  if (!unfinished.test(bare)) return { ok: true, value: bare }
  return { ok: false, fault: t('{fault} Put text in quotes, such as "none yet".', { fault: parsed.fault }) }
}

/** Reads edited JSON. No text is no value; what cannot be read says where it stops making sense. */
export function parseJsonText(text: string): ParsedText {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^JSON\.parse: /, '') : t('it cannot be read')
    return { ok: false, fault: t('Not taken yet: this is not JSON ({detail}).', { detail }) }
  }
}
