import { createDefaultRegistry } from '../src/registry/createDefaultRegistry.ts'
import type { StepDefinition } from '../src/step/StepDefinition.ts'

/** The definitions of all built-in step types, in the order of the registry. */
export function describeSteps(): StepDefinition[] {
  const registry = createDefaultRegistry()
  return registry.list().flatMap((name) => registry.describe(name) ?? [])
}
