import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { word } from '../../language/word.ts'
import type { State, StateType } from '../../state/StateType.ts'
import { checkField } from './checkField.ts'

/** What a run is given at its start, by field name. Fields the state does not have are left out, as in petal. */
export type RunInput = Readonly<Record<string, unknown>>

/** The input as plain JSON of the declared types. Throws `run.resultType` or `run.stateType` naming the field. */
export function checkInput(input: RunInput, { fields }: StateType, createId: () => string): State {
  if (!isJsonObject(input)) {
    throw new AgentError('run.resultType', word('The input of a run must be an object with values by field name.'))
  }
  const checked: Record<string, Json> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(input, name) ? input[name] : undefined
    if (value !== undefined) checked[name] = checkField(name, field, value, { name: () => word('The input'), createId })
  }
  return Object.freeze(checked)
}
