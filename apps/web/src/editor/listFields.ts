import { describeFields, type FieldSpec, type StepDefinition } from '@petal/core/model'

/** A plugin's settings that cannot be drawn field by field, drawn as one piece of JSON instead. */
const none: readonly FieldSpec[] = []

/** The fields of a step type's form. Empty for a schema that cannot be described: a plugin's mistake, not the user's. */
export function listFields(definition: StepDefinition): readonly FieldSpec[] {
  try {
    return describeFields(definition.schema)
  } catch {
    return none
  }
}
