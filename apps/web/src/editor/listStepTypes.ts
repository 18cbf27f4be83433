import type { StepCategory, StepDefinition, StepRegistry } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** The step types of one kind. */
export interface StepTypeGroup {
  readonly category: StepCategory
  readonly types: readonly StepDefinition[]
}

const order: readonly StepCategory[] = ['model', 'logic', 'data', 'code', 'tool', 'human', 'output', 'other']

/** All step types by kind; with a query only those whose name or description has every word of it. */
export function listStepTypes(registry: StepRegistry, query = ''): readonly StepTypeGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = registry
    .list()
    .flatMap((name) => registry.describe(name) ?? [])
    .map((type) => ({ ...type, title: t(type.title), description: t(type.description) }))
    .filter((type) =>
      words.every((word) => `${type.title} ${type.name} ${type.description}`.toLowerCase().includes(word)),
    )
  return order.flatMap((category) => {
    const types = found.filter((type) => type.category === category)
    return types.length === 0 ? [] : [{ category, types }]
  })
}
