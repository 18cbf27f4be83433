const marker = Symbol.for('petal.Unanswered')

/**
 * Thrown by `ask` where an answer is not there yet. What a step does with it does not matter: the question stays noted,
 * and is put to the person when the step has nothing else left to do. A step that treats faults in its own way looks
 * for it, because this is none.
 */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
  readonly [marker] = true

  static isInstance(value: unknown): value is Unanswered {
    return typeof value === 'object' && value !== null && marker in value
  }
}
