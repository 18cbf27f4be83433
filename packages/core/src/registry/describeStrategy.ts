import * as z from 'zod'
import type { StepDefinition } from '../step/StepDefinition.ts'
import type { StepStrategyClass } from '../step/StepPlugin.ts'

const anySettings = z.looseObject({})

/** The definition a strategy class carries, or a plain one for a strategy written by hand: any settings, one way in and out. */
export function describeStrategy(
  name: string,
  strategy: StepStrategyClass,
  schema: z.ZodType = anySettings,
): StepDefinition {
  const carried = carriedDefinition(strategy)
  if (carried !== undefined) return carried.name === name ? carried : { ...carried, name }
  return {
    name,
    version: 1,
    title: toTitle(name),
    description: '',
    category: 'other',
    icon: 'puzzle',
    schema,
    summarize: () => toTitle(name),
    createStep: (config) => new strategy().createStep(config),
  }
}

function carriedDefinition(strategy: StepStrategyClass): StepDefinition | undefined {
  const definition: unknown = Reflect.get(strategy, 'definition')
  return isDefinition(definition) ? definition : undefined
}

function isDefinition(value: unknown): value is StepDefinition {
  return typeof value === 'object' && value !== null && 'schema' in value && 'summarize' in value
}

function toTitle(name: string): string {
  const words = name.trim().replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
