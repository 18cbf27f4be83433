import { t } from '../language/t.ts'

/** The grammar of names of state fields. */
export const fieldNamePattern = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Names every object inherits: as a state field they would shadow what LangGraph and JavaScript rely on. */
const inheritedNames: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** True for a name a state field may have: letters, digits and `_`, not starting with a digit, not `constructor` … */
export function isFieldName(name: string): boolean {
  return fieldNameFault(name) === undefined
}

/** What is wrong with a name for a state field, in plain words; `undefined` when nothing is. */
export function fieldNameFault(name: string): string | undefined {
  if (!fieldNamePattern.test(name)) {
    return t('Invalid field name: {name}. Use letters, digits and _, and do not start with a digit.', { name })
  }
  if (inheritedNames.has(name))
    return t('Invalid field name: {name}. It is reserved by JavaScript; choose another.', { name })
  return undefined
}
