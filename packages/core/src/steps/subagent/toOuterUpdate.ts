import type { Json } from '../../json/Json.ts'
import type { State, StateType } from '../../state/StateType.ts'
import { MESSAGES } from '../../step/conversation.ts'
import type { SubagentConfig } from './subagentSchema.ts'

/**
 * What a step writes of what an agent has come to.
 *
 * @param outer the types of the fields that may be written, by name
 */
export function toOuterUpdate(
  config: SubagentConfig,
  inner: StateType,
  result: State,
  outer: Readonly<Record<string, string>>,
): State {
  const ways = config.outputs.length > 0 ? config.outputs : listSameNames(inner, outer)
  // Turns that were there before have the same ids, so that only new ones are added.
  const isShared = config.conversation === 'shared' && Object.hasOwn(outer, MESSAGES)
  const all = isShared ? [...ways, { output: MESSAGES, field: MESSAGES }] : ways
  const written = all.flatMap(({ output, field }): [string, Json][] => {
    const value = Object.hasOwn(result, output) ? result[output] : undefined
    return value === undefined ? [] : [[field, value]]
  })
  return Object.fromEntries(written)
}

/** Every field that both have and that is no input of the inner one, each under its own name. */
export function listSameNames(
  { fields }: StateType,
  outer: Readonly<Record<string, unknown>>,
): SubagentConfig['outputs'] {
  return Object.entries(fields).flatMap(([name, { type, input }]) =>
    input === true || type === 'messages' || !Object.hasOwn(outer, name) ? [] : [{ output: name, field: name }],
  )
}
