import type { Json } from '../json/Json.ts'

/** What can be wrong with a file, an agent or a run. Stable: tests and help pages refer to these. */
export type ProblemCode =
  | `import.${'empty' | 'encoding' | 'syntax' | 'tooLarge' | 'tooDeep' | 'tooMany' | 'schema' | 'newer' | 'foreign' | 'unsupported' | 'damaged' | 'locked' | 'tooSlow' | 'unsafeKey' | 'unknownKey' | 'migrated' | 'picture'}`
  | `graph.${'noSteps' | 'unknownStep' | 'dangling' | 'unknownExit' | 'noStart' | 'noPass' | 'unreachable' | 'deadRoute' | 'parallelWrite' | 'reservedName' | 'duplicateName' | 'duplicateId' | 'endlessLoop' | 'unsupported'}`
  | `step.${'config' | 'unknownKey' | 'version'}`
  | `agent.${'unknown' | 'recursive'}`
  | `map.${'notAList' | 'tooLong' | 'tooLarge'}`
  | `tool.${'unknown' | 'config' | 'badArguments' | 'failed' | 'rejected'}`
  | `state.${'name' | 'type' | 'default' | 'undeclared' | 'neverWritten'}`
  | `template.${'unknownVar' | 'syntax' | 'missing'}`
  | `expression.${'syntax' | 'unknownVar' | 'type'}`
  | `code.${'timeout' | 'memory' | 'stack' | 'resultTooLarge' | 'resultType' | 'error' | 'syntax' | 'unavailable'}`
  | `provider.${'auth' | 'forbidden' | 'notFound' | 'badRequest' | 'rateLimited' | 'quota' | 'server' | 'network' | 'cors' | 'timeoutIdle' | 'timeoutTotal' | 'incomplete' | 'empty' | 'filtered' | 'lengthLimit' | 'contextLimit' | 'badStream' | 'badToolCall' | 'badAnswer' | 'unsupported' | 'notLoaded'}`
  | `http.${'badUrl' | 'badHeader' | 'cors' | 'network' | 'timeout' | 'redirect' | 'status' | 'page' | 'badJson' | 'tooLarge' | 'incomplete' | 'noValue'}`
  | `documents.${'none' | 'missing' | 'query'}`
  | `run.${'stepLimit' | 'unknownRoute' | 'unknownKey' | 'resultType' | 'stateType' | 'timeout' | 'stopped' | 'interrupted' | 'elsewhere' | 'noThread' | 'notBuilt' | 'tooDeep' | 'unrecorded' | 'unanswered' | 'failed'}`
  | `storage.${'quota' | 'unavailable' | 'closed' | 'blocked' | 'conflict' | 'newer' | 'damaged'}`
  | `file.${'gone' | 'denied'}`
  | `share.${'damaged' | 'tooLarge' | 'bomb'}`
  | `secret.${'hostMismatch' | 'missing' | 'looksLikeSecret'}`
  | `plugin.${'empty' | 'tooLarge' | 'shape' | 'address' | 'unreachable'}`
  | `build.${'argument' | 'order' | 'plugin'}`

/** How much it matters: an `error` stops a run, a `warning` does not, an `info` only tells. */
export type Severity = 'error' | 'warning' | 'info'

/** What is known about the fault behind a problem. Texts are redacted and cut at 2,000 characters. */
export interface ProblemCause {
  /** HTTP status, where a server answered. */
  readonly status?: number
  /** Host and port that was asked. */
  readonly host?: string
  readonly model?: string
  /** The provider's own code and words. */
  readonly providerCode?: string
  readonly text?: string
  /** Tries made in all, the first included. */
  readonly tries?: number
  /** Place in the user's own code, 1-based. */
  readonly line?: number
  readonly column?: number
  /** The names that could have been used. */
  readonly available?: readonly string[]
  readonly detail?: Json
}

/** A way out that one click can take. Applied by the editor, never by itself. */
export interface ProblemFix {
  /** The words on the button, in the imperative: "Replace with {question}". */
  readonly label: string
  /** What it changes: a value at `path`, read as `Problem.path` is. No `value` removes what stands there. */
  readonly change?: { readonly stepId?: string; readonly path: string; readonly value?: Json }
}

/**
 * Something a person should know or mend, as data: found while parsing, planning, saving or running.
 *
 * `path` is written like `config.routes[1].name`. With a `stepId` it is relative to that step, otherwise to the agent.
 */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  /** The agent of the file that it is about, by its id in `agents`; without it the file's own. */
  readonly agentId?: string
  readonly stepId?: string
  readonly path?: string
  /** What is wrong and what to do, in plain words. */
  readonly message: string
  /** The same in English, where `message` is in another language: for reports, for programs and for models. */
  readonly english?: string
  readonly cause?: ProblemCause
  readonly fix?: ProblemFix
  /** Position in the text at `path` (characters, end exclusive), for underlining. */
  readonly range?: readonly [start: number, end: number]
}
