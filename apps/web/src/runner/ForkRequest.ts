/** The execution at which a new run is being prepared; none while none is. */
export interface ForkRequest {
  readonly executionId: string | undefined
  /** What is asked: the state it begins with, or the output of a step that failed. */
  readonly asks?: 'state' | 'output'
}
