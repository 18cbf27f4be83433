import type { ChatModel } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import { askForSummary } from './askForSummary.ts'
import { cutNewest } from './cutNewest.ts'
import { type History, messagesOf, type Unit } from './History.ts'
import { clipSummary, hasRoomForSummary, planSummary, type SummaryPlan, toSummaryMessage } from './planSummary.ts'
import type { ThreadMemory } from './ThreadMemory.ts'

/** As much of a conversation as joins the summary in one request, in tokens: a long one joins it part by part. */
const PART_TOKENS = 6_000

/** What a summary is made with. */
export interface Summarizer {
  readonly memory: ThreadMemory
  /** The model that writes it. */
  model(): Promise<ChatModel>
  readonly signal: () => AbortSignal
  /** Work that is done once per execution. */
  once(key: string, work: () => Promise<string>): Promise<string>
}

/** A conversation whose older part is told in a summary. The summary grows with it, and is kept in the thread. */
export async function summarize(
  { instructions, units }: History,
  most: number,
  summarizer: Summarizer,
): Promise<readonly Message[]> {
  if (!hasRoomForSummary(most)) return [...instructions, ...messagesOf(cutNewest(units, most).units)]
  const from = units[0]?.messages[0]?.id
  const plan = planSummary(units, most, from === undefined ? undefined : summarizer.memory.find(from))
  const text = await bringUpToDate(plan, units, most, summarizer)
  const summary = text === undefined ? [] : [toSummaryMessage(clipSummary(text, most))]
  return [...instructions, ...summary, ...messagesOf(plan.kept)]
}

async function bringUpToDate(
  { joining, known, covered }: SummaryPlan,
  units: readonly Unit[],
  most: number,
  summarizer: Summarizer,
): Promise<string | undefined> {
  if (joining.length === 0) return known?.text
  const through = messagesOf(joining).at(-1)?.id
  const text = await summarizer.once(`memory ${through ?? covered}`, () => join(known?.text, joining, most, summarizer))
  const from = units[0]?.messages[0]?.id
  // Messages without an id cannot be told from others later.
  if (from !== undefined && through !== undefined) {
    summarizer.memory.keep(from, { text, through, count: messagesOf(units.slice(0, covered)).length })
  }
  return text
}

/** Adds units to a summary, in as many requests as their length asks for. */
async function join(
  known: string | undefined,
  joining: readonly Unit[],
  most: number,
  { model, signal }: Summarizer,
): Promise<string> {
  const writer = await model()
  let text = known
  for (const part of toParts(joining)) {
    // What is written here is for the models, not for the person who watches.
    const request = { messages: askForSummary(text, part, most), signal: signal(), onDelta: () => undefined }
    const { message } = await writer.chat(request)
    text = clipSummary(message.content, most)
  }
  return text ?? ''
}

function toParts(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: Unit[][] = []
  let room = 0
  for (const unit of units) {
    const last = parts.at(-1)
    if (last !== undefined && unit.tokens <= room) last.push(unit)
    else {
      parts.push([unit])
      room = PART_TOKENS
    }
    room -= unit.tokens
  }
  return parts
}
