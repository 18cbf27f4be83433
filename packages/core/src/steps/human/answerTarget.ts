import { isJsonObject } from '../../json/isJsonObject.ts'
import { isList } from '../../templates/resolvePath.ts'
import type { HumanConfig } from './humanSchema.ts'

/** Where the answer goes; undefined when a form writes into the fields of its entries. */
export function targetOf({ mode, writes, field }: HumanConfig): string | undefined {
  if (writes !== '') return writes
  return mode === 'edit' ? field : undefined
}

/** The names of a form's entries. */
export function propertiesOf({ schema: { properties } }: HumanConfig): readonly string[] {
  return typeof properties === 'object' && properties !== null && isJsonObject(properties)
    ? Object.keys(properties)
    : []
}

/** Those of them that a person may leave empty. What has a default is filled in from the start. */
export function optionalOf(config: HumanConfig): readonly string[] {
  const { properties, required } = config.schema
  const needed = isList(required) ? required : []
  return propertiesOf(config).filter((name) => {
    const entry = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined
    return !needed.includes(name) && !(isJsonObject(entry) && entry.default !== undefined)
  })
}
