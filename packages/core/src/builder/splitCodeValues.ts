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
  const config: Record<string, Json> = {}
  const rest: Record<string, unknown> = { ...code }
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue
    if (isJson(value)) config[name] = value
    else rest[name] = value
  }
  return { config, code: rest }
}
