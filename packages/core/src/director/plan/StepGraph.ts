/** What follows when a step leaves by one of its exits. */
export interface Firing {
  /** The output port; `undefined` for a step without any. */
  readonly exit: string | undefined
  /** The steps that then run, each once, as numbers. All of them at the same time when there are several. */
  readonly targets: readonly number[]
  /** False when no edge leaves by this exit, not even one to END. */
  readonly connected: boolean
}

/** An edge that cannot be followed. `index` is its place in the list of edges. */
export interface EdgeFault {
  readonly kind: 'unknownFrom' | 'unknownTo' | 'fromEnd' | 'toStart' | 'unknownExit'
  readonly index: number
}

/** The steps of an agent as the numbers 0 … size-1 (their order in the configuration), with the ways between them. */
export interface StepGraph {
  readonly size: number
  /** The steps that run first. */
  readonly starts: readonly number[]
  /** By step, one entry per exit. */
  readonly firings: readonly (readonly Firing[])[]
  /** By step: where it can lead, whatever the exit; ascending, each once. */
  readonly next: readonly (readonly number[])[]
  /** By step: from where it can be reached in one go; ascending, each once. START is not among them. */
  readonly previous: readonly (readonly number[])[]
  readonly faults: readonly EdgeFault[]
  /** Edges, by their places in the list, that nothing follows because the step they leave is disabled. */
  readonly closed: ReadonlySet<number>
}

/** Steps that start together. `from` undefined: START. */
export interface Fork {
  readonly from: number | undefined
  readonly targets: readonly number[]
}
