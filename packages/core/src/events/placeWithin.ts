/** What tells an execution from the others beside it. */
export interface PlaceParts {
  readonly stepId: string
  /** 1 for the first execution of its step, then 2 … */
  readonly iteration: number
  /** Which of the agents that the enclosing step runs it belongs to. */
  readonly key?: string | undefined
}

/** The name of an execution's place, given that of the execution that called its agent; none for a step of the run's own. */
export function placeWithin(caller: string | undefined, { stepId, iteration, key }: PlaceParts): string {
  const own = `${stepId}#${iteration}`
  if (caller === undefined) return own
  return key === undefined ? `${caller}/${own}` : `${caller}/${encodeURIComponent(key)}:${own}`
}
