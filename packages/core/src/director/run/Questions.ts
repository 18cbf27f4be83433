import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { Unanswered } from '../../step/Unanswered.ts'
import type { Journal } from './Journal.ts'
import type { StepCall } from './StepCall.ts'

/** A question that waits, and the name by which its execution knows it. */
interface Waiting {
  readonly key: string
  readonly question: Json
}

/**
 * The questions of one execution. They have names, so that a step that asks several at once gets each answer where it
 * belongs, whatever the order in which its parts come to ask. One waits at a time; it is put to the person when the
 * step has nothing else left to do.
 */
export class Questions {
  readonly #call: StepCall
  readonly #journal: Journal
  readonly #answers = new Map<string, Json>()
  /** How many of the journal's questions the graph has been asked for. */
  #fetched = 0
  #asked = 0
  #waiting: Waiting | undefined

  constructor(call: StepCall, journal: Journal) {
    this.#call = call
    this.#journal = journal
  }

  /** True once a question waits for a person. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  /** Begins anew, for a further try. */
  restart(): void {
    this.#asked = 0
    this.#waiting = undefined
  }

  /** The answer; throws when there is none yet. Without a key questions are told apart by their order. */
  ask(question: Json, key?: string): Json {
    const name = key ?? `#${this.#asked}`
    if (key === undefined) this.#asked += 1
    const known = this.#answers.get(name)
    if (known !== undefined) return known
    if (this.#waiting === undefined) {
      const answer = this.#fetch(name)
      if (answer !== undefined) return answer
      this.#waiting = { key: name, question }
    }
    throw new Unanswered(t('The question {name} waits for an answer.', { name }))
  }

  /** Puts the waiting question to the person: gives the pause to throw, or nothing if an answer is there after all. */
  pose(executionId: string, iteration: number): unknown {
    if (this.#waiting === undefined) return undefined
    const { key, question } = this.#waiting
    if (!this.#journal.asked.includes(key)) this.#journal.asked.push(key)
    const asked = this.#call.ask({ question, execution: { ...this.#journal.record(executionId, iteration) } })
    if ('pause' in asked) return asked.pause
    this.#answers.set(key, asked.answer)
    return undefined
  }

  /** The graph gives answers in the order in which the questions were asked. */
  #fetch(key: string): Json | undefined {
    const place = this.#journal.asked.indexOf(key)
    const upTo = place === -1 ? this.#journal.asked.length - 1 : place
    while (this.#fetched <= upTo) {
      const name = this.#journal.asked[this.#fetched] ?? ''
      const asked = this.#call.ask(null)
      if ('pause' in asked) return undefined
      this.#fetched += 1
      this.#answers.set(name, asked.answer)
    }
    return this.#answers.get(key)
  }
}
