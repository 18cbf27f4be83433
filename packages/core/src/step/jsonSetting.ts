import * as z from 'zod'
import { isJson } from '../json/isJson.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'

/** A setting that holds any JSON, kept as it is. A function, so that each use can carry its own `meta`. */
export function jsonSetting() {
  return z.custom<Json>((value) => isJson(value), { error: () => t('This must be plain JSON.') })
}
