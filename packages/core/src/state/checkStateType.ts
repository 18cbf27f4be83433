import type * as z from 'zod'
import type { Problem } from '../errors/Problem.ts'
import { isJson } from '../json/isJson.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { t } from '../language/t.ts'
import { effectiveReducer } from './effectiveReducer.ts'
import { fieldTypeWords, isOfFieldType } from './isOfFieldType.ts'
import type { Reducer, StateField, StateFieldType } from './StateType.ts'
import { stateTypeSchema } from './stateTypeSchema.ts'

/** The types whose values a reducer can take in. */
const reducedTypes: Readonly<Record<Reducer, readonly StateFieldType[] | 'all'>> = {
  replace: 'all',
  append: ['array', 'messages', 'any'],
  merge: ['object', 'any'],
  add: ['number', 'integer', 'any'],
}

/**
 * Everything wrong with a state type: its shape, names no field may have, reducers that do not fit their type, start
 * values of another type. Paths stand within the state type: `fields.notes.reducer`. Empty for a good one.
 */
export function checkStateType(stateType: unknown): Problem[] {
  const result = stateTypeSchema.safeParse(stateType)
  if (!result.success) return result.error.issues.map(toProblem)
  return Object.entries(result.data.fields).flatMap(([name, field]) => checkField(name, field))
}

/** What keeps a value from being a state type at all. Empty when it is one, good or bad. */
export function findShapeFaults(value: unknown): Problem[] {
  const result = stateTypeSchema.safeParse(value)
  return result.success ? [] : result.error.issues.map(toProblem)
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  // The name of a field is wrong: what is wrong with it stands one level deeper.
  const isName = issue.code === 'invalid_key'
  const message = isName ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return { code: isName ? 'state.name' : 'state.type', severity: 'error', path: jsonPath(issue.path), message }
}

function checkField(name: string, field: StateField): Problem[] {
  const path = `fields.${name}`
  const reducer = effectiveReducer(field)
  const types = reducedTypes[reducer]
  const problems: Problem[] = []
  if (types !== 'all' && !types.includes(field.type)) {
    const usual = effectiveReducer({ type: field.type })
    const message = t('{name} is {type}, which cannot take new values by {reducer}. Use {usual}.', {
      name,
      type: t(fieldTypeWords[field.type]),
      reducer,
      usual,
    })
    const fix = { label: t('Use {usual}', { usual }), change: { path: `stateType.${path}.reducer` } }
    problems.push({ code: 'state.type', severity: 'error', path: `${path}.reducer`, message, fix })
  }
  if (field.default !== undefined && !(isJson(field.default) && isOfFieldType(field.type, field.default))) {
    const message = t('The start value of {name} must be {type}.', {
      name,
      type: t(fieldTypeWords[field.type]),
    })
    problems.push({ code: 'state.default', severity: 'error', path: `${path}.default`, message })
  }
  return problems
}
