import type { Json } from '../json/Json.ts'
import type { Message } from '../models/Message.ts'
import type { State } from '../state/StateType.ts'

/** The state field that holds the conversation. */
export const MESSAGES = 'messages'

/** The conversation so far; none when the state has no such field. */
export function readMessages(state: State): readonly Message[] {
  const messages = state[MESSAGES]
  // The director lets only a list of messages into a field of that type; JSON has no way to say so.
  return Array.isArray(messages) ? (messages as readonly unknown[] as readonly Message[]) : []
}

/** An update that adds to the conversation. */
export function addMessages(...messages: readonly Message[]): { readonly messages: Json } {
  // A Message is plain JSON; only its being an interface keeps the compiler from seeing that.
  return { [MESSAGES]: messages as unknown as Json }
}
