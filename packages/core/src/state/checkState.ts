import type { Problem } from '../errors/Problem.ts'
import { isJson } from '../json/isJson.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { t } from '../language/t.ts'
import { closestName } from '../templates/closestName.ts'
import { fieldTypeWords, isOfFieldType } from './isOfFieldType.ts'
import type { StateField, StateType } from './StateType.ts'

/**
 * What is wrong with values for a state, before a run is started with them: a value of the wrong type
 * (`run.stateType`), or a name that is no field (`run.unknownKey`, a warning). Empty when they fit. Fields may be left
 * out; a field's own JSON Schema is checked by the run.
 */
export function checkState({ fields }: StateType, value: unknown): Problem[] {
  if (!isJsonObject(value)) {
    return [{ code: 'run.stateType', severity: 'error', message: t('A state is an object with values by field name.') }]
  }
  return Object.entries(value).flatMap(([name, item]): Problem[] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) return [toUnknownField(name, Object.keys(fields))]
    return item === undefined || fits(field, item) ? [] : [toMisfit(name, field)]
  })
}

function fits(field: StateField, value: unknown): boolean {
  return isJson(value) && isOfFieldType(field.type, value)
}

function toMisfit(name: string, field: StateField): Problem {
  return {
    code: 'run.stateType',
    severity: 'error',
    path: name,
    message: t('{name} must be {wanted}.', { name, wanted: t(fieldTypeWords[field.type]) }),
  }
}

function toUnknownField(name: string, available: readonly string[]): Problem {
  const meant = closestName(name.slice(0, 64), available)
  const message =
    meant === undefined
      ? t('The state has no field {name}; it is left out.', { name })
      : t('The state has no field {name}; it is left out. Did you mean {meant}?', { name, meant })
  return { code: 'run.unknownKey', severity: 'warning', path: name, message, cause: { available } }
}
