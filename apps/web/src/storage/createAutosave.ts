import type { Problem } from '@petal/core/model'
import { toStorageError } from './toStorageError.ts'

/** Waits for this pause in editing before it writes, in milliseconds … */
const QUIET_MS = 400
/** … but under constant editing not longer than this. */
const LONGEST_WAIT_MS = 1000
/** How long after a failed write it tries again. */
const RETRY_MS = 5000

/** Whether the work on screen is in the store. `saved` is said only after the transaction completed. */
export type AutosaveStatus =
  | { readonly status: 'saved' }
  | { readonly status: 'unsaved' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly problem: Problem }

/** Writes what is edited, always as a whole and never two writes at a time. */
export interface Autosave {
  /** Something changed. What is written is what `write` finds when its time comes. */
  changed(): void
  /** Writes at once what is not written yet. Resolves when it is, or when that failed. */
  flush(): Promise<void>
  /** True while something is only in memory. */
  isPending(): boolean
  /** Writes no more. */
  stop(): void
}

/**
 * @param write writes everything; called with no write under way. Edits made meanwhile are written after it.
 * @param onStatus hears every change of status.
 */
export function createAutosave(write: () => Promise<void>, onStatus: (status: AutosaveStatus) => void): Autosave {
  let dirtySince: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined
  let stopped = false

  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => start(), ms)
  }

  const start = (): Promise<void> => {
    clearTimeout(timer)
    if (writing !== undefined) return writing
    if (dirtySince === undefined || stopped) return Promise.resolve()
    dirtySince = undefined
    onStatus({ status: 'saving' })
    writing = write()
      .then(onWritten, onFailed)
      .finally(() => {
        writing = undefined
      })
    return writing
  }

  const onWritten = () => {
    onStatus(dirtySince === undefined ? { status: 'saved' } : { status: 'unsaved' })
    if (dirtySince !== undefined) schedule(QUIET_MS)
  }

  const onFailed = (fault: unknown) => {
    dirtySince ??= performance.now()
    onStatus({ status: 'failed', problem: toStorageError(fault).toProblem() })
    if (!stopped) schedule(RETRY_MS)
  }

  return {
    changed() {
      if (stopped) return
      const now = performance.now()
      if (dirtySince === undefined && writing === undefined) onStatus({ status: 'unsaved' })
      dirtySince ??= now
      if (writing === undefined) schedule(Math.min(QUIET_MS, Math.max(0, dirtySince + LONGEST_WAIT_MS - now)))
    },
    flush: () => (writing === undefined ? start() : writing.then(start)),
    isPending: () => dirtySince !== undefined || writing !== undefined,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
