/** Which steps write which fields, and what has a value when. */
export interface FieldFlow {
  /** The steps that are known to write a field, in step order. */
  writersOf(field: string): readonly number[]
  /** True when some step that does not say what it writes may write this field. */
  mayBeWritten(field: string): boolean
  /** True when a field has a value before the first step: an input, a default, or a reducer's empty start. */
  isGiven(field: string): boolean
  /** True when that value is null, unless the person who starts the run gives another. */
  startsAsNull(field: string): boolean
  /** True when every run that comes to the step has written the field, a step that may write any counting as doing so. */
  isWrittenBefore(step: number, field: string): boolean
  /** The same, counting only what steps are known to write. */
  isKnownBefore(step: number, field: string): boolean
}
