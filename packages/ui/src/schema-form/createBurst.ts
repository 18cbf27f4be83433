import type { Json } from '@petal/core/model'

/** A burst ends after this pause (ms) in typing. */
const pause = 150
/** While typing goes on, what was typed is handed on after this long (ms), so that little is lost in a crash. */
const longest = 900

/** How a change came about: by typing, or by one act such as a click, which is a change of its own. */
export type Pace = 'burst' | 'now'

/** Collects the changes of a typing burst and hands each field's newest value on once. */
export interface Burst {
  /** Notes a value; it is handed on when the burst ends. `now` ends the burst before it and hands it on at once. */
  add(path: string, value: Json | undefined, pace: Pace): void
  /** Ends the burst now. */
  flush(): void
  /** Forgets what was not handed on yet. */
  cancel(): void
  readonly pending: boolean
}

/**
 * @param onEnd gets the changed fields in the order they were first touched.
 * @param onPending hears when there is something to hand on, and when there is no more.
 */
export function createBurst(
  onEnd: (changes: ReadonlyMap<string, Json | undefined>, pace: Pace) => void,
  onPending: (isPending: boolean) => void,
): Burst {
  let changes = new Map<string, Json | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let startedAt = 0

  const forget = () => {
    clearTimeout(timer)
    changes = new Map()
  }
  const cancel = () => {
    if (changes.size > 0) onPending(false)
    forget()
  }
  const flush = () => {
    if (changes.size === 0) return
    const ended = changes
    forget()
    onEnd(ended, 'burst')
    onPending(false)
  }
  return {
    add(path, value, pace) {
      if (pace === 'now') {
        flush()
        onEnd(new Map([[path, value]]), pace)
        return
      }
      if (changes.size === 0) {
        startedAt = performance.now()
        onPending(true)
      }
      changes.set(path, value)
      clearTimeout(timer)
      timer = setTimeout(flush, pause)
      // Right after the key was painted there is the most time until the next one.
      if (performance.now() - startedAt > longest) requestAnimationFrame(() => setTimeout(flush))
    },
    flush,
    cancel,
    get pending() {
      return changes.size > 0
    },
  }
}
