import type { FieldSpec, Json, Problem } from '@petal/core/model'
export interface SchemaFormProps {
  readonly fields: readonly FieldSpec[]
  readonly values: Readonly<Record<string, Json>>
  readonly problems: readonly Problem[]
  onCommit(path: string, value: Json | undefined): void
}
/** A property form drawn from a description of its fields. */
export function SchemaForm(_props: SchemaFormProps) {
  return null
}
