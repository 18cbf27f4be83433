import type { FieldKind, FieldOf } from '@petal/core/model'

/** What a renderer gets: the description of its field, and the field's name in react-hook-form. */
export interface FieldProps<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>
  readonly name: string
}
