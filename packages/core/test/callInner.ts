import type { StepFunction } from '../src/step/StepContext.ts'

/** A step that calls the agent `inner` once for each key, side by side, and logs the words that they give. */
export function callInner(keys: readonly string[]): StepFunction {
  return async (_, { runAgent }) => {
    // All of them come to their end or their question before the step waits: nothing is done again then.
    const settled = await Promise.allSettled(keys.map((key) => runAgent('inner', {}, key)))
    const found = await Promise.all(
      settled.map((one) => (one.status === 'fulfilled' ? one.value : Promise.reject(one.reason))),
    )
    return { log: found.map((state) => state.word ?? null) }
  }
}
