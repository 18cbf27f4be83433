import type { Json } from '@petal/core/model'

/** A burst ends after this pause (ms) in typing, and is handed on after this long in any case. */
const pause = 150
const longest = 1000

/** Collects the changes of a typing burst and hands each field's newest value on once. */
export interface Burst {
  /** Notes a value; it is handed on when the burst ends. */
  add(path: string, value: Json | undefined): void
  /** Ends the burst now. */
  flush(): void
  /** Forgets what was not handed on yet. */
  cancel(): void
  readonly pending: boolean
}

/** `onEnd` gets the changed fields in the order they were first touched. */
export function createBurst(onEnd: (changes: ReadonlyMap<string, Json | undefined>) => void): Burst {
  let changes = new Map<string, Json | undefined>()
  let pauseTimer: ReturnType<typeof setTimeout> | undefined
  let longestTimer: ReturnType<typeof setTimeout> | undefined

  const cancel = () => {
    clearTimeout(pauseTimer)
    clearTimeout(longestTimer)
    longestTimer = undefined
    changes = new Map()
  }
  const flush = () => {
    if (changes.size === 0) return
    const ended = changes
    cancel()
    onEnd(ended)
  }
  return {
    add(path, value) {
      changes.set(path, value)
      clearTimeout(pauseTimer)
      pauseTimer = setTimeout(flush, pause)
      longestTimer ??= setTimeout(flush, longest)
    },
    flush,
    cancel,
    get pending() {
      return changes.size > 0
    },
  }
}
