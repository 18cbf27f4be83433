import { describeFields, type FieldSpec, type StepConfig, type StepDefinition } from '@petal/core/model'

/**
 * The path, as `Problem.path` writes it, of what a person fills in first in a new step: a required field that is empty,
 * else the step's main text (the last of its templates and expressions), else its first field.
 */
export function fieldToFill(definition: StepDefinition, step: StepConfig): string | undefined {
  const fields = describe(definition)
  const missing = fields.find((field) => field.required && isEmpty(field, step))
  if (missing) return `config.${missing.name}`
  const first = fields.find((field) => !field.advanced)
  return mainText(definition, step) ?? (first && `config.${first.name}`)
}

function mainText({ schema, texts }: StepDefinition, { config }: StepConfig): string | undefined {
  const settings = schema.safeParse(config)
  return settings.success ? texts?.(settings.data).at(-1)?.path : undefined
}

/** Nothing for a schema that cannot be described: a plugin's mistake must not keep its step from being added. */
function describe(definition: StepDefinition): readonly FieldSpec[] {
  try {
    return describeFields(definition.schema)
  } catch {
    return []
  }
}

function isEmpty({ name, default: standard }: FieldSpec, step: StepConfig): boolean {
  const value = Object.hasOwn(step.config, name) ? step.config[name] : standard
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
