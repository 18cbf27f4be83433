import { AgentError } from '../errors/AgentError.ts'
import type { ProblemCode } from '../errors/Problem.ts'
import type { Wording, WordingValues } from '../language/Wording.ts'
import type { SandboxRequest } from './Sandbox.ts'

/** One run, as it is sent into the worker. */
export interface SandboxJob {
  readonly id: number
  readonly code: string
  /** Names of the variables in scope. */
  readonly names: readonly string[]
  /** Their values, as the JSON of one object. */
  readonly scopeText: string
  readonly timeoutMs: number
  readonly memoryBytes: number
  readonly maxResultLength: number
}

export type SandboxLogLevel = Parameters<NonNullable<SandboxRequest['onLog']>>[0]

/** How a run ended. `broken` says that the engine itself was hurt: its worker must not be used again. */
export type SandboxOutcome =
  | { readonly ok: true /** JSON; absent when nothing was returned. */; readonly text?: string }
  | {
      readonly ok: false
      readonly code: ProblemCode
      /** A text and its values: the worker of the sandbox knows no language. */
      readonly message: string
      readonly values?: WordingValues
      /** Place in the user's code, 1-based. */
      readonly line?: number
      readonly column?: number
      readonly broken: boolean
    }

/** What the worker sends back: that it began, what the code logged, and how it ended. */
export type SandboxReply = { readonly id: number } & (
  | { readonly type: 'start' }
  | { readonly type: 'log'; readonly level: SandboxLogLevel; readonly text: string }
  | { readonly type: 'end'; readonly outcome: SandboxOutcome }
)

/** A worker seen from outside, whatever the platform calls its parts. */
export interface SandboxPort {
  post(job: SandboxJob): void
  /** `onFault` is told when the worker cannot start or dies. */
  listen(onReply: (reply: SandboxReply) => void, onFault: (reason: string | Wording) => void): void
  /** Says whether a run is going on: an idle worker must not keep a process alive. */
  setBusy(busy: boolean): void
  terminate(): void
}

const identifier = /^[A-Za-z_$][\w$]*$/

/** The job for a request, with default limits filled in. Throws `build.argument` for a name that cannot be a variable. */
export function toSandboxJob(id: number, request: SandboxRequest): SandboxJob {
  const names = Object.keys(request.scope)
  const odd = names.find((name) => !identifier.test(name))
  if (odd !== undefined)
    throw new AgentError('build.argument', `"${odd}" cannot be the name of a variable in the code.`)
  return {
    id,
    code: request.code,
    names,
    scopeText: JSON.stringify(request.scope),
    timeoutMs: request.timeoutMs ?? 5_000,
    memoryBytes: request.memoryBytes ?? 32 * 1024 * 1024,
    maxResultLength: request.maxResultLength ?? 1_000_000,
  }
}
