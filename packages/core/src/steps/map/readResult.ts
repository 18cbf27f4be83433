import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import { MESSAGES, readMessages } from '../../step/conversation.ts'
import type { MapConfig } from './mapSchema.ts'
import { listGiven } from './toItemAgent.ts'

/**
 * The result of one item, found in what the agent came to. Where no field is named: the whole state of an agent; of a
 * step the one field it wrote, or all of them; of one that only speaks, what it said last.
 */
export function readResult(config: MapConfig, state: State): Json | undefined {
  if (config.output !== '') return Object.hasOwn(state, config.output) ? state[config.output] : undefined
  if (config.agent !== '') return state
  const given = new Set([...listGiven(config), MESSAGES])
  const written = Object.entries(state).filter(([name]) => !given.has(name))
  if (written.length > 1) return Object.fromEntries(written)
  return written[0]?.[1] ?? readMessages(state).at(-1)?.content
}
