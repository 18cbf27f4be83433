import type { StepDefinition } from '@petal/core/model'
import { listFields } from '../../editor/listFields.ts'

/** The settings of a type of step that name tools of the agent, as its form shows them. */
export function toolSettings(definition: StepDefinition | undefined): readonly string[] {
  if (definition === undefined) return []
  const naming = listFields(definition).filter(({ kind }) => kind === 'toolName' || kind === 'toolList')
  return naming.map(({ name }) => name)
}
