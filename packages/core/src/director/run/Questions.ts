import { AgentError } from '../../errors/AgentError.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { word } from '../../language/word.ts'
import { Unanswered } from '../../step/Unanswered.ts'
import type { GivenAnswer } from '../RunOptions.ts'
import type { Journal } from './Journal.ts'
import type { StepCall } from './StepCall.ts'
import type { StepExecution } from './StepExecution.ts'
import { takeAnswer } from './takeAnswer.ts'

/** A question, the name by which its execution knows it, and the place of the execution that asks it. */
interface Asking {
  readonly key: string
  readonly question: Json
  readonly place: string | undefined
}

/**
 * The questions of one execution. They have names, so that a step that asks several at once gets each answer where it
 * belongs, whatever the order in which its parts come to ask. One waits at a time; it is put to the person when the
 * step has nothing else left to do.
 */
export class Questions {
  readonly #call: StepCall
  readonly #execution: StepExecution
  readonly #journal: Journal
  readonly #answers = new Map<string, Json>()
  /** How many of the journal's questions the graph has been asked for. */
  #fetched = 0
  #asked = 0
  #waiting: Asking | undefined
  /** What a person answered in another run and is not taken yet; undefined where a person is asked. */
  #given: readonly GivenAnswer[] | undefined
  #refusal: AgentError | undefined

  constructor(call: StepCall, execution: StepExecution) {
    this.#call = call
    this.#execution = execution
    this.#journal = execution.journal
    this.#given = answersOf(execution)
  }

  /** True once a question waits for a person. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  /** Why the step cannot go on, whatever it makes of what was thrown: nobody is there to answer. */
  get refusal(): AgentError | undefined {
    return this.#refusal
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
    if (this.#given !== undefined) return this.#take(this.#given, question, name)
    return this.passOn({ key: name, question, place: this.#execution.place })
  }

  /** As `ask` does, for what an agent within asks: there it would have been taken from another run. */
  passOn(asking: Asking): Json {
    const { key } = asking
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    if (this.#waiting === undefined) {
      const answer = this.#fetch(key)
      if (answer !== undefined) return answer
      this.#waiting = asking
    }
    throw new Unanswered(t('The question {name} waits for an answer.', { name: key }))
  }

  /** Puts the waiting question to the person: gives the pause to throw, or nothing if an answer is there after all. */
  pose(): unknown {
    if (this.#waiting === undefined) return undefined
    const { key, question, place } = this.#waiting
    if (!this.#journal.asked.includes(key)) this.#journal.asked.push(key)
    const { id, iteration } = this.#execution
    const execution = { ...this.#journal.record(id, iteration) }
    const asked = this.#call.ask({ question, execution, ...(place === undefined ? {} : { place }) })
    if ('pause' in asked) return asked.pause
    this.#answers.set(key, asked.answer)
    return undefined
  }

  #take(given: readonly GivenAnswer[], question: Json, name: string): Json {
    const taken = takeAnswer(given, question)
    if (taken === undefined) {
      const message = word('The recorded run has no answer of a person to what this step asks, and nobody is asked.')
      this.#refusal = new AgentError('run.unanswered', message, { detail: { detail: question } })
      throw this.#refusal
    }
    this.#given = taken.left
    this.#answers.set(name, taken.answer)
    return taken.answer
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

/** What a person answered at this place of another run; undefined where a person is asked. */
function answersOf(execution: StepExecution): readonly GivenAnswer[] | undefined {
  const { answers } = execution.session
  if (answers === undefined) return undefined
  const { place } = execution
  return Object.hasOwn(answers, place) ? answers[place] : []
}
