const hubs = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls back once when a signal aborts; gives the function that takes it back. However many listen, the signal has one
 * listener: runtimes warn of a leak when a wide fork listens to the signal of its run one step at a time.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = hubs.get(signal) ?? openHub(signal)
  callbacks.add(callback)
  return () => {
    callbacks.delete(callback)
  }
}

function openHub(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>()
  hubs.set(signal, callbacks)
  signal.addEventListener(
    'abort',
    () => {
      for (const callback of [...callbacks]) callback()
      callbacks.clear()
    },
    { once: true },
  )
  return callbacks
}
