import { describeFields, type FieldSpec, type StepConfig, type StepDefinition } from '@petal/core/model'

/** The path of the first field that must be filled in and is not, as `Problem.path` writes it. */
export function firstEmptyField(definition: StepDefinition, step: StepConfig): string | undefined {
  const empty = describeFields(definition.schema).find((field) => field.required && isEmpty(field, step))
  return empty && `config.${empty.name}`
}

function isEmpty({ name, default: standard }: FieldSpec, step: StepConfig): boolean {
  const value = Object.hasOwn(step.config, name) ? step.config[name] : standard
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
