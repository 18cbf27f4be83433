import type { Json } from '@petal/core/model'
import { t } from '../../language/index.ts'
import type { ParsedText } from './useValueDraft.ts'

/** A value as people edit it: two spaces, nothing for no value. */
export function formatJson(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2)
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
