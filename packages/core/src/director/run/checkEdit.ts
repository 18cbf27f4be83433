import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { word } from '../../language/word.ts'
import type { State, StateType } from '../../state/StateType.ts'
import { checkField } from './checkField.ts'
import type { RunInput } from './checkInput.ts'

/**
 * What a person wrote over a state, as plain JSON of the declared types. A value is that of the whole field, whatever
 * the field does with what steps write.
 *
 * @throws AgentError `run.unknownKey`, `run.resultType` or `run.stateType`, naming the field.
 */
export function checkEdit(values: RunInput, { name, fields }: StateType, createId: () => string): State {
  if (!isJsonObject(values)) {
    throw new AgentError('run.resultType', word('The values to set must be an object by field name.'))
  }
  const checked: Record<string, Json> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (field === undefined) {
      const available = Object.keys(fields)
      const message = word('"{key}" is not a field of {name}. Available fields: {available}.', {
        key,
        name,
        available: available.join(', '),
      })
      throw new AgentError('run.unknownKey', message, { path: key, detail: { available } })
    }
    if (value === undefined) continue
    checked[key] = checkField(key, { ...field, reducer: 'replace' }, value, { name: () => word('The edit'), createId })
  }
  return Object.freeze(checked)
}
