import type { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'

/** A timer that ends a request when nothing comes. */
export interface SilenceWatch {
  /** Aborts with the caller's signal, or when the silence lasted too long. */
  readonly signal: AbortSignal
  /**
   * Waits for the next piece: the first may take longer than those that follow, and after the end of the answer only
   * the counts can still come.
   */
  listen(ended: boolean): void
  /** A piece came, or the wait is over: time that passes now is not the server's. */
  rest(heard: boolean): void
  /** The fault, once the silence has lasted too long. */
  fault(): AgentError | undefined
}

/** Limits in milliseconds. */
export interface SilenceLimits {
  /** Longest wait for the first piece of an answer. Default 120,000. */
  readonly firstByteMs?: number
  /** Longest silence after that. Default 60,000. */
  readonly idleMs?: number
}

const AFTER_END_MS = 2_000

/** Watches one request for silence. */
export function watchSilence(signal: AbortSignal, context: ModelFaultContext, limits: SilenceLimits): SilenceWatch {
  const { firstByteMs = 120_000, idleMs = 60_000 } = limits
  const controller = new AbortController()
  let fault: AgentError | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let begun = false
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    listen(ended) {
      const ms = ended ? Math.min(AFTER_END_MS, idleMs) : begun ? idleMs : firstByteMs
      clearTimeout(timer)
      timer = setTimeout(() => {
        const seconds = ms / 1_000
        const hint = begun
          ? word('Nothing more came for {seconds} s.', { seconds })
          : word('Nothing came for {seconds} s.', { seconds })
        fault = createModelFault('provider.timeoutIdle', context, { hint })
        controller.abort(fault)
      }, ms)
    },
    rest(heard) {
      begun ||= heard
      clearTimeout(timer)
    },
    fault: () => fault,
  }
}
