import { isJson } from '../json/isJson.ts'
import type { Json } from '../json/Json.ts'
import { type StepDefinition, splitCodeSettings } from '../step/StepDefinition.ts'

/** A step's settings, parted into what a file can hold and what only code can give. */
export interface SplitSettings {
  readonly config: Readonly<Record<string, Json>>
  readonly code: Readonly<Record<string, unknown>>
}

/** Settings given in code: what the type names as its `codeSettings`, and whatever is no JSON, stands beside the plain ones. */
export function splitCodeValues(
  definition: Pick<StepDefinition, 'codeSettings'>,
  given: Readonly<Record<string, unknown>>,
): SplitSettings {
  const { settings, code } = splitCodeSettings(definition, given)
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined)
  const plain = entries.filter((entry): entry is [string, Json] => isJson(entry[1]))
  const rest = entries.filter(([, value]) => !isJson(value))
  return { config: Object.fromEntries(plain), code: { ...code, ...Object.fromEntries(rest) } }
}
