import type { AgentConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { isFieldName } from '../../state/isFieldName.ts'
import type { StateField } from '../../state/StateType.ts'
import type { MapConfig } from './mapSchema.ts'

/** The id of the one step, in the agent that is made around it. */
export const ITEM_STEP = 'step'

/** The names under which an item, its number and what is passed along reach what is done with it. */
export function listGiven({ itemField, indexField, inputs }: MapConfig): readonly string[] {
  return [itemField, indexField, ...inputs.map(({ from, to }) => to || from)].filter((name) => name !== '')
}

/** The one step of a map as an agent. What it writes, planning adds to the state. */
export function toItemAgent(config: MapConfig): AgentConfig {
  const given = listGiven(config)
    .filter(isFieldName)
    .map((name): [string, StateField] => [name, { type: 'any', input: true }])
  const output: [string, StateField][] = isFieldName(config.output) ? [[config.output, { type: 'any' }]] : []
  const { strategyType, nodeName, config: settings } = config.step
  const named = nodeName === undefined ? {} : { nodeName }
  return {
    ...createAgentConfig({ name: 'ItemState', fields: Object.fromEntries([...output, ...given]) }),
    steps: [{ id: ITEM_STEP, strategyType, config: settings, ...named }],
  }
}
