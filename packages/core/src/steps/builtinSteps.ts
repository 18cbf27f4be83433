import type { DefinedStep } from '../step/defineStep.ts'
import type { StepCategory } from '../step/StepDefinition.ts'
import * as steps from './index.ts'

/** The order in which people look for a type: the heart of an agent first. */
const categories: readonly StepCategory[] = ['model', 'logic', 'data', 'code', 'tool', 'human', 'output', 'other']

/** Every type of step that comes with Petal, by category, then by title. */
export const builtinSteps: readonly DefinedStep[] = sortSteps(Object.values(steps))

/** Titles are plain English: the browser's knowledge of languages would take its time to load, before the first paint. */
function sortSteps(list: readonly DefinedStep[]): readonly DefinedStep[] {
  return list.toSorted(
    ({ definition: a }, { definition: b }) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) || (a.title < b.title ? -1 : 1),
  )
}
