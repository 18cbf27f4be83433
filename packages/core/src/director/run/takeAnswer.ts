import { sameJson } from '../../config/merge/sameJson.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { GivenAnswer } from '../RunOptions.ts'

/** An answer, and those that are left for further questions. */
export interface TakenAnswer {
  readonly answer: Json
  readonly left: readonly GivenAnswer[]
}

/**
 * The answer that a person gave to the same question, or else the next one: what is asked may have been put in other
 * words since. A call of a tool is answered only as the call it is: what a person allowed is no leave for another one.
 */
export function takeAnswer(given: readonly GivenAnswer[], question: Json): TakenAnswer | undefined {
  const isCall = toCall(question) !== undefined
  const same = given.findIndex((other) => isSame(other.question, question))
  const index = same === -1 && !isCall ? given.findIndex((other) => toCall(other.question) === undefined) : same
  const taken = given[index]
  return taken === undefined ? undefined : { answer: taken.answer, left: given.toSpliced(index, 1) }
}

function isSame(one: Json, other: Json): boolean {
  const [call, otherCall] = [toCall(one), toCall(other)]
  return call === undefined || otherCall === undefined ? sameJson(one, other) : sameJson(call, otherCall)
}

/** What a question about a tool would have done: its id, and how the tool is described, are none of it. */
function toCall(question: Json): Json | undefined {
  if (!isJsonObject(question) || question.kind !== 'tool') return undefined
  const { tool = null, args = null } = question
  return { tool, args }
}
