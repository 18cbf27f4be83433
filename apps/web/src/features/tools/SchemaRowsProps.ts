import type { JsonObject } from '@petal/core/model'
import type { Pace } from '@petal/ui/schema-form'

/** What the rows of an object's properties get. */
export interface SchemaRowsProps {
  /** The schema of an object. */
  readonly schema: JsonObject
  /** Where it stands, for the names of the controls: empty for the arguments themselves, else `address.`. */
  readonly place: string
  readonly disabled: boolean
  onChange(schema: JsonObject, pace: Pace): void
}
