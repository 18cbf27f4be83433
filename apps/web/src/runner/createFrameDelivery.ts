/** Hands batches on in step with the screen. */
export interface FrameDelivery<Item> {
  add(items: readonly Item[]): void
  flush(): void
}

/**
 * The first items are handed on at once, later ones once per frame; in a hidden tab, which has no frames, at once.
 */
export function createFrameDelivery<Item>(deliver: (items: readonly Item[]) => void): FrameDelivery<Item> {
  let waiting: Item[] = []
  let frame: number | undefined

  const flush = () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    frame = undefined
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    deliver(items)
  }
  const onFrame = () => {
    frame = undefined
    if (waiting.length === 0) return
    flush()
    frame = requestAnimationFrame(onFrame)
  }

  return {
    add(items) {
      waiting.push(...items)
      if (frame !== undefined && !document.hidden) return
      flush()
      if (!document.hidden) frame = requestAnimationFrame(onFrame)
    },
    flush,
  }
}
