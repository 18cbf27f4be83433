import type { Wording } from '../language/Wording.ts'
import type { Problem, ProblemCause, ProblemCode } from './Problem.ts'

const marker = Symbol.for('petal.AgentError')

/** The fields of an `AgentError` beside its message. */
export interface AgentErrorFields {
  readonly stepId?: string
  readonly path?: string
  readonly detail?: ProblemCause
  /** True when trying the same step again may succeed (a server fault, a dropped connection). */
  readonly retryable?: boolean
  /** All problems that led here, when there were several (a build with three bad steps). */
  readonly problems?: readonly Problem[]
  readonly cause?: unknown
}

/**
 * A fault: thrown, with a stable `code` to decide on and a message that says what happened and what to do. The message is
 * English, as programs and models expect; what a person reads is its problem, said in their language.
 * A person's mistake in a configuration is not an `AgentError` but a `Problem`.
 */
export class AgentError extends Error {
  override readonly name = 'AgentError'
  readonly code: ProblemCode
  /** The message, and the same in the language that is spoken. */
  readonly wording: Wording
  readonly stepId: string | undefined
  readonly path: string | undefined
  readonly detail: ProblemCause | undefined
  readonly retryable: boolean
  readonly problems: readonly Problem[]
  readonly [marker] = true

  constructor(code: ProblemCode, message: string | Wording, fields: AgentErrorFields = {}) {
    const wording = typeof message === 'string' ? { english: message, said: message } : message
    super(wording.english, fields.cause === undefined ? undefined : { cause: fields.cause })
    this.code = code
    this.wording = wording
    this.stepId = fields.stepId
    this.path = fields.path
    this.detail = fields.detail
    this.retryable = fields.retryable ?? false
    this.problems = fields.problems ?? []
  }

  /** Recognises an `AgentError` also across bundles and realms, where `instanceof` fails. */
  static isInstance(value: unknown): value is AgentError {
    return typeof value === 'object' && value !== null && marker in value
  }

  /** The same fault as data, ready for events, logs and the problems list. */
  toProblem(): Problem {
    const { english, said } = this.wording
    return {
      code: this.code,
      severity: 'error',
      message: said,
      ...(english === said ? {} : { english }),
      ...(this.stepId === undefined ? {} : { stepId: this.stepId }),
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.detail === undefined ? {} : { cause: this.detail }),
    }
  }
}
