import type { Message } from '../../models/Message.ts'
import { CHARACTERS_PER_TOKEN, countTokens } from './countTokens.ts'
import { cutNewest, withQuestion } from './cutNewest.ts'
import { type Unit, weigh } from './History.ts'
import type { SummaryRecord } from './ThreadMemory.ts'

/** What to do about a conversation: send these units after the summary, once the oldest have joined it. */
export interface SummaryPlan {
  /** The units that the summary does not cover yet and that have to join it; none when it is fine as it is. */
  readonly joining: readonly Unit[]
  /** What is sent in its own words. */
  readonly kept: readonly Unit[]
  /** How many units the summary covers in the end. */
  readonly covered: number
  /** The summary as it is now, when it fits this conversation. */
  readonly known: SummaryRecord | undefined
}

const HEADING = 'Summary of the conversation so far:\n'

/**
 * Decides what of a conversation is summarised. As long as the summary and all that came after it fit, nothing changes.
 * When they do not, everything but the newest half joins the summary: so it is not made anew with every turn.
 */
export function planSummary(units: readonly Unit[], most: number, record: SummaryRecord | undefined): SummaryPlan {
  const covered = record === undefined ? 0 : coveredBy(units, record)
  const known = covered === 0 ? undefined : record
  const rest = withQuestion(units, covered)
  const tokens = weigh(rest) + countTokens(known === undefined ? [] : [toSummaryMessage(known.text)])
  if (tokens <= most) return { joining: [], kept: rest, covered, known }
  const start = Math.max(covered, cutNewest(units, most - summaryTokens(most)).start)
  return { joining: units.slice(covered, start), kept: withQuestion(units, start), covered: start, known }
}

/** How many units a summary covers; 0 when it is not of this conversation. */
function coveredBy(units: readonly Unit[], { through }: SummaryRecord): number {
  return units.findIndex(({ messages }) => messages.at(-1)?.id === through) + 1
}

/** Characters below which a summary says nothing worth having. */
const SHORTEST = 120

/** Whether there is room for a summary at all; without it, only the newest turns are sent. */
export function hasRoomForSummary(most: number): boolean {
  return summaryTokens(most) * CHARACTERS_PER_TOKEN - HEADING.length >= SHORTEST
}

/** How much of the tokens a summary may take. */
export function summaryTokens(most: number): number {
  return Math.max(0, Math.floor(most / 2))
}

/** A summary as the model gets it: among the instructions, so that it is not mistaken for something said. */
export function toSummaryMessage(text: string): Message {
  return { role: 'system', content: HEADING + text }
}

/** A summary no longer than it may be, whatever the model made of the request. */
export function clipSummary(text: string, most: number): string {
  const room = summaryTokens(most) * CHARACTERS_PER_TOKEN - HEADING.length
  const trimmed = text.trim()
  if (trimmed.length <= room) return trimmed
  return `${trimmed.slice(0, Math.max(0, room - 1)).trimEnd()}…`
}
