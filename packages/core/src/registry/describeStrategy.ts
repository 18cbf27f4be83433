import * as z from 'zod'
import type { StepDefinition } from '../step/StepDefinition.ts'
import type { StepStrategyClass } from '../step/StepPlugin.ts'

const anySettings = z.looseObject({})

/** The definition a strategy class carries; for one written by hand a plain one: any settings, one way in, one out. */
export function describeStrategy(
  name: string,
  strategy: StepStrategyClass,
  schema: z.ZodType = anySettings,
): StepDefinition {
  const carried: unknown = Reflect.get(strategy, 'definition')
  if (isDefinition(carried)) return carried.name === name ? carried : { ...carried, name }
  return plainDefinition(name, schema, (config) => new strategy().createStep(config))
}

/** The description of a type of which only the name, the schema and the making are known. */
export function plainDefinition(
  name: string,
  schema: z.ZodType,
  createStep: NonNullable<StepDefinition['createStep']>,
): StepDefinition {
  const title = toTitle(name)
  return {
    name,
    version: 1,
    title,
    description: '',
    category: 'other',
    icon: 'puzzle',
    schema,
    summarize: () => title,
    createStep,
  }
}

function isDefinition(value: unknown): value is StepDefinition {
  return typeof value === 'object' && value !== null && 'schema' in value && 'summarize' in value
}

function toTitle(name: string): string {
  const words = name.trim().replaceAll(/[-_\s]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
