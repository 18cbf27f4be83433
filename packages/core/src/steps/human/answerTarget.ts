import { isJsonObject } from '../../json/isJsonObject.ts'
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
