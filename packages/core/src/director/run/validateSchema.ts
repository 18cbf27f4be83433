import { type Schema, Validator } from '@cfworker/json-schema'
import { AgentError } from '../../errors/AgentError.ts'
import type { Json } from '../../json/Json.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'

type JsonSchema = { readonly [key: string]: Json }

const validators = new WeakMap<JsonSchema, Validator>()

/**
 * Checks a value against a field's JSON Schema (draft 2020-12; interpreted, not compiled to code, so that it works
 * under a strict Content-Security-Policy). Throws an `AgentError` `run.stateType` that says where it does not fit.
 */
export function validateSchema(schema: JsonSchema, value: Json, name: string, who: Wording): void {
  const result = validatorFor(schema).validate(value)
  const fault = result.errors.at(-1)
  if (result.valid || fault === undefined) return
  const place = `${name}${fault.instanceLocation.slice(1).replaceAll('/', '.')}`
  throw new AgentError(
    'run.stateType',
    word('{who} gave {place} a value that its schema refuses: {error}', { who, place, error: fault.error }),
    {
      path: place,
    },
  )
}

function validatorFor(schema: JsonSchema): Validator {
  const known = validators.get(schema)
  if (known !== undefined) return known
  // The package types a schema more narrowly than JSON Schema is; a schema from a file is any JSON object.
  const validator = new Validator(schema as Schema, '2020-12')
  validators.set(schema, validator)
  return validator
}
