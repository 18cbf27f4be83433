import { AgentError } from '../../errors/AgentError.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import { fieldTypeWords, isOfFieldType } from '../../state/isOfFieldType.ts'
import type { StateField } from '../../state/StateType.ts'
import { deepFreeze } from './deepFreeze.ts'
import { toMessages } from './toMessages.ts'
import { validateSchema } from './validateSchema.ts'

/**
 * A new value for a state field: plain JSON, of the field's type, frozen.
 *
 * @param who Who gives it, for the message: `Step "Draft"` or `The input`.
 * @throws AgentError `run.resultType` for what JSON cannot hold, `run.stateType` for the wrong type.
 */
export function checkField(name: string, field: StateField, value: unknown, who: FieldSource): Json {
  // A Message is plain JSON; only its being an interface keeps the compiler from seeing that.
  if (field.type === 'messages') return deepFreeze([...toMessages(value, name, who.createId)] as unknown as Json)
  const json = normalizeJson(value, name)
  const isItem = effectiveReducer(field) === 'append' && field.type === 'array' && !Array.isArray(json)
  if (!isItem && !isOfFieldType(field.type, json)) {
    throw new AgentError(
      'run.stateType',
      word('{name} gave {given} for {field}, which must be {wanted}.', {
        name: who.name(),
        given: describe(json),
        field: name,
        wanted: word(fieldTypeWords[field.type]),
      }),
      { path: name },
    )
  }
  if (field.schema !== undefined) validateSchema(field.schema, json, name, who.name())
  return deepFreeze(json)
}

/** Who gives a value, and where ids for its messages come from. */
export interface FieldSource {
  readonly name: () => Wording
  createId(): string
}

function describe(value: Json): string | Wording {
  if (value === null) return 'null'
  if (Array.isArray(value)) return word('a list')
  return typeof value === 'object'
    ? word('an object')
    : word('the {type} {value}', { type: typeof value, value: JSON.stringify(value).slice(0, 80) })
}
