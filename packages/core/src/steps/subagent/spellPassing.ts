import type { Json } from '../../json/Json.ts'
import type { PassedField } from '../../step/StepDefinition.ts'
import type { SubagentConfig } from './subagentSchema.ts'
import { listSameNames } from './toOuterUpdate.ts'

/**
 * The mapping of a call with a field written down that passed by its name only. Inputs that are not listed pass all the
 * same, so that one is added; without a list of outputs all that have the same name come out, so that all are listed.
 */
export function spellPassing(
  { inputs, outputs }: SubagentConfig,
  { name, inner, outer }: PassedField,
): Readonly<Record<string, Json>> {
  if (!Object.hasOwn(inner.fields, name) || !Object.hasOwn(outer.fields, name)) return {}
  const isInput = inner.fields[name]?.input === true
  if (inner.fields[name]?.type === 'messages') return {}
  if (isInput) {
    const isListed = inputs.some(({ input }) => input === name)
    return isListed ? {} : { inputs: [...inputs.map(withoutDefaults), { input: name, field: name }] }
  }
  return outputs.length > 0 ? {} : { outputs: listSameNames(inner, outer.fields) }
}

function withoutDefaults({
  input,
  kind,
  field,
  value,
}: SubagentConfig['inputs'][number]): Readonly<Record<string, Json>> {
  return kind === 'field' ? { input, field } : { input, kind, value }
}
