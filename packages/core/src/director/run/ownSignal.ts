import { onAbort } from './onAbort.ts'

/** A signal of a run's own: what listens to it and is never taken back (in the engine) goes with it. */
export function ownSignal(outer: AbortSignal | undefined): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const { signal } = controller
  if (outer?.aborted) controller.abort(outer.reason)
  if (outer === undefined || outer.aborted) return { signal, release: () => {} }
  return { signal, release: onAbort(outer, () => controller.abort(outer.reason)) }
}
