import type { StateType } from '../../state/StateType.ts'
import { stateTypeSchema } from '../../state/stateTypeSchema.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { parsePart } from './parsePart.ts'

/**
 * Replaces the shape of the state.
 *
 * @throws AgentError `build.argument` when it is not a state type.
 */
export function setStateType(config: AgentConfig, stateType: StateType): AgentConfig {
  return { ...config, stateType: parsePart(stateTypeSchema, stateType, 'stateType') }
}
