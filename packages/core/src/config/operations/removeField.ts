import type { AgentConfig } from '../AgentConfig.ts'

/** Removes a field from the state. The same configuration when there is none of that name. */
export function removeField(config: AgentConfig, name: string): AgentConfig {
  const { stateType } = config
  if (!Object.hasOwn(stateType.fields, name)) return config
  const { [name]: _removed, ...fields } = stateType.fields
  return { ...config, stateType: { ...stateType, fields } }
}
