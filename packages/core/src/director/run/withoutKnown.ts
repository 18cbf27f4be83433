import { equalJson } from '../../expressions/equalJson.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import type { AgentPlan } from '../AgentPlan.ts'

/**
 * An input without the messages that the thread holds already. Who goes on with a conversation may send all of it each
 * time; written again with every turn, a thread would grow with the square of its turns. The state comes out the same.
 *
 * @param readState gives the thread's state so far; asked only when the input may repeat something
 */
export async function withoutKnown(
  { stateType }: AgentPlan,
  input: State,
  readState: () => Promise<State>,
): Promise<State> {
  const names = Object.keys(input).filter((name) => stateType.fields[name]?.type === 'messages')
  const repeating = names.filter((name) => listOf(input[name]).length > 1)
  if (repeating.length === 0) return input
  const state = await readState()
  const fresh = repeating.map((name) => [name, withoutEqual(listOf(input[name]), listOf(state[name]))] as const)
  return { ...input, ...Object.fromEntries(fresh) }
}

function withoutEqual(messages: readonly Json[], known: readonly Json[]): readonly Json[] {
  const byId = new Map(known.map((message) => [idOf(message), message]))
  return messages.filter((message) => {
    const same = byId.get(idOf(message))
    return same === undefined || !equalJson(same, message)
  })
}

function idOf(message: Json): Json | undefined {
  return isJsonObject(message) ? message.id : undefined
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
