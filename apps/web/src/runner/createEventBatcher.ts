import type { RunEvent } from '@petal/core/model'

/** Collects events for a short while, so that a flood of tokens is not a flood of messages. */
export interface EventBatcher {
  add(event: RunEvent): void
  /** Hands over what waits. */
  flush(): void
}

/**
 * An event that comes after a quiet while is handed over at once; those that follow within `windowMs` go together.
 */
export function createEventBatcher(deliver: (events: readonly RunEvent[]) => void, windowMs: number): EventBatcher {
  let waiting: RunEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    if (timer !== undefined) clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const events = waiting
    waiting = []
    deliver(events)
  }
  const onWindowEnd = () => {
    timer = undefined
    if (waiting.length === 0) return
    flush()
    timer = setTimeout(onWindowEnd, windowMs)
  }

  return {
    add(event) {
      waiting.push(event)
      if (timer !== undefined) return
      flush()
      timer = setTimeout(onWindowEnd, windowMs)
    },
    flush,
  }
}
