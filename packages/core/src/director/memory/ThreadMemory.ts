import type { AgentConfig } from '../../config/AgentConfig.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'

/** The summary of the beginning of a conversation. */
export interface SummaryRecord {
  readonly text: string
  /** The id of the last message that it covers. */
  readonly through: string
  /** How many messages it covers, instructions left out. */
  readonly count: number
}

/** The summaries of a thread, by the id of the message that their conversation begins with. */
export type Summaries = Readonly<Record<string, SummaryRecord>>

/** The channel of the graph that holds them: no state field can have this name. */
export const MEMORY_KEY = 'petal:memory'

/** Whether the graph of an agent has that channel. */
export function keepsSummaries({ memory }: Pick<AgentConfig, 'memory'>): boolean {
  return memory?.enabled === true && memory.memoryType === 'summary'
}

/** Summaries as they travel to the channel. Only a step that remembers by summary has any. */
export function memoryWrites(summaries: Summaries | undefined): [string, Summaries][] {
  return summaries === undefined ? [] : [[MEMORY_KEY, summaries]]
}

/** Of two summaries of one conversation the one that covers more stays: parallel steps may have made both. Associative. */
export function mergeSummaries(current: Summaries, writes: readonly Summaries[]): Summaries {
  const merged: Record<string, SummaryRecord> = { ...current }
  for (const [from, record] of writes.flatMap((write) => Object.entries(write))) {
    const known = merged[from]
    if (known === undefined || record.count >= known.count) merged[from] = record
  }
  return merged
}

/** What one execution of a step knows of the thread's summaries, and what it adds to them. */
export class ThreadMemory {
  readonly #known: Summaries
  #changes: Record<string, SummaryRecord> = {}

  constructor(known: Summaries = {}) {
    this.#known = known
  }

  /** What is new; undefined when nothing is. */
  get changes(): Summaries | undefined {
    return Object.keys(this.#changes).length === 0 ? undefined : this.#changes
  }

  find(from: string): SummaryRecord | undefined {
    return this.#changes[from] ?? (Object.hasOwn(this.#known, from) ? this.#known[from] : undefined)
  }

  keep(from: string, record: SummaryRecord): void {
    this.#changes = { ...this.#changes, [from]: record }
  }
}

/** Summaries as a checkpoint holds them; what is none is left out: checkpoints may have been made by others. */
export function readSummaries(value: unknown): Summaries {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value as Readonly<Record<string, Json>>)
  return Object.fromEntries(
    entries.flatMap(([from, record]): [string, SummaryRecord][] => {
      if (!isJsonObject(record)) return []
      const { text, through, count } = record
      const whole = typeof text === 'string' && typeof through === 'string' && typeof count === 'number'
      return whole ? [[from, { text, through, count }]] : []
    }),
  )
}
