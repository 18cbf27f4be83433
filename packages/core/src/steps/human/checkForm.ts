import type { Schema } from '@cfworker/json-schema'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'

/** What keeps an answer from fitting a form's JSON Schema; nothing when it fits. The checker is loaded on first need. */
export async function checkForm(schema: Readonly<Record<string, Json>>, answer: Json): Promise<string | undefined> {
  if (!isJsonObject(answer)) return t('Fill in the form: its answer is an object.')
  const { Validator } = await import('@cfworker/json-schema')
  // The package types a schema more narrowly than JSON Schema is; a schema from a file is any JSON object.
  const { valid, errors } = new Validator(schema as Schema, '2020-12').validate(answer)
  const fault = errors.at(-1)
  if (valid || fault === undefined) return undefined
  const place = fault.instanceLocation.slice(2).replaceAll('/', '.')
  return place === '' ? fault.error : `${place}: ${fault.error}`
}
