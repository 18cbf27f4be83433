import { AgentError } from '../../errors/AgentError.ts'
import { fieldNameFault } from '../../state/isFieldName.ts'
import type { StateField } from '../../state/StateType.ts'
import { stateFieldSchema } from '../../state/stateTypeSchema.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { parsePart } from './parsePart.ts'

/**
 * Adds a field to the state, or replaces the one of that name in its place.
 *
 * @throws AgentError `state.name` for a name no field may have, `build.argument` for settings that are not valid.
 */
export function setField(config: AgentConfig, name: string, field: StateField): AgentConfig {
  const fault = fieldNameFault(name)
  if (fault !== undefined) throw new AgentError('state.name', fault, { path: `stateType.fields.${name}` })
  const parsed = parsePart(stateFieldSchema, field, `stateType.fields.${name}`)
  const { stateType } = config
  return { ...config, stateType: { ...stateType, fields: { ...stateType.fields, [name]: parsed } } }
}
