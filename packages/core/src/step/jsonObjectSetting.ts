import * as z from 'zod'
import { isJson } from '../json/isJson.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'

/** A setting that holds any JSON object, kept as it is. A function, so that each use can carry its own `meta`. */
export function jsonObjectSetting() {
  return z
    .custom<Readonly<Record<string, Json>>>((value) => isJsonObject(value) && isJson(value), {
      error: () => t('This must be a JSON object, such as { "type": "object" }.'),
    })
    .meta({ type: 'object' })
}
