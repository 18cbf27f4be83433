import type { Message, ToolCall } from '../../models/Message.ts'

/** Ids that every provider takes back, and that name nothing but this call. */
const safeId = /^[\w-]{1,64}$/

/**
 * The turn with calls that have ids of their own: some servers number the calls of every turn anew, or give none, and a
 * call is known by its id.
 *
 * @param taken the ids of earlier calls; those of this turn are added to it
 */
export function uniqueCalls(message: Message, taken: Set<string>): Message {
  if (message.toolCalls === undefined) return message
  const toolCalls = message.toolCalls.map((call): ToolCall => {
    const id = freeId(call.id, taken)
    taken.add(id)
    return id === call.id ? call : { ...call, id }
  })
  return { ...message, toolCalls }
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (safeId.test(id) && !taken.has(id)) return id
  for (let number = taken.size + 1; ; number += 1) {
    const free = `call_${number}`
    if (!taken.has(free)) return free
  }
}
