import type { Json } from '../../json/Json.ts'
import type { StepCall } from './StepCall.ts'

/**
 * The questions of one execution, in the order they are asked. A further try asks them again and gets the answers that
 * are there. Once a question waits, `pause` is set, whatever the step does with what was thrown at it.
 */
export class Questions {
  readonly #call: StepCall
  readonly #answers: Json[] = []
  #asked = 0
  pause: unknown

  constructor(call: StepCall) {
    this.#call = call
  }

  /** Begins anew, for a further try. */
  restart(): void {
    this.#asked = 0
  }

  /** The answer; throws when there is none yet. */
  ask(question: Json): Json {
    const known = this.#answers[this.#asked]
    this.#asked += 1
    if (known !== undefined) return known
    const asked = this.#call.ask(question)
    if ('answer' in asked) {
      this.#answers.push(asked.answer)
      return asked.answer
    }
    this.pause = asked.pause
    throw asked.pause
  }
}
