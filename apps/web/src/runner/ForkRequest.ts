/** The execution at which a new run is being prepared; none while none is. */
export interface ForkRequest {
  readonly executionId: string | undefined
}
