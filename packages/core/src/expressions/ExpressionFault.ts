import type { Wording } from '../language/Wording.ts'
import type { TextProblem } from '../templates/TextProblem.ts'

/** Thrown inside the parser and caught at its door, so that a mistake deep in an expression ends the parse at once. */
export class SyntaxFault extends Error {
  readonly problem: TextProblem

  constructor(problem: TextProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Thrown by operators and functions that cannot work with the values given; the evaluator adds the place. */
export class TypeFault extends Error {
  readonly wording: Wording

  constructor(wording: Wording) {
    super(wording.english)
    this.wording = wording
  }
}
