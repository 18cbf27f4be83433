import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'

/** What a paused execution leaves behind, as plain JSON, for the one that goes on in its place. */
export interface JournalRecord {
  readonly executionId: string
  readonly iteration: number
  /** Results of work that is not done again, by its key. */
  readonly done: Readonly<Record<string, Json>>
  /** The keys of the questions asked so far, in order. */
  readonly asked: readonly string[]
}

/**
 * What one execution of a step has done and must not do again. A step that waited for a person, or is tried once more,
 * runs from its start: work under a known key then gives its former result at once.
 */
export class Journal {
  readonly #work = new Map<string, Promise<Json>>()
  readonly #done: Map<string, Json>
  readonly asked: string[]

  constructor(record?: JournalRecord) {
    this.#done = new Map(Object.entries(record?.done ?? {}))
    this.asked = [...(record?.asked ?? [])]
  }

  get isEmpty(): boolean {
    return this.#done.size === 0
  }

  read(key: string): Json | undefined {
    return this.#done.get(key)
  }

  note(key: string, value: Json): void {
    this.#done.set(key, value)
  }

  /** The result of work that is done at most once. Work that failed, or waits for an answer, is begun anew. */
  once(key: string, work: () => Promise<Json>): Promise<Json> {
    const done = this.#done.get(key)
    if (done !== undefined) return Promise.resolve(done)
    const known = this.#work.get(key)
    if (known !== undefined) return known
    const begun = this.#begin(key, work)
    this.#work.set(key, begun)
    return begun
  }

  record(executionId: string, iteration: number): JournalRecord {
    return { executionId, iteration, done: Object.fromEntries(this.#done), asked: this.asked }
  }

  async #begin(key: string, work: () => Promise<Json>): Promise<Json> {
    try {
      const value = normalizeJson(await work(), key)
      this.#done.set(key, value)
      return value
    } finally {
      this.#work.delete(key)
    }
  }
}

/** A record as a checkpoint holds it; nothing when it is none: checkpoints may have been made by others. */
export function readJournalRecord(value: Json | undefined): JournalRecord | undefined {
  if (!isJsonObject(value)) return undefined
  const { executionId, iteration, done, asked } = value
  if (typeof executionId !== 'string' || typeof iteration !== 'number') return undefined
  if (!isJsonObject(done) || !Array.isArray(asked)) return undefined
  const entries = Object.entries(done).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]))
  return { executionId, iteration, done: Object.fromEntries(entries), asked: asked.map(String) }
}
