import { type Schema, Validator } from '@cfworker/json-schema'
import type { ToolCall } from '../models/Message.ts'
import type { ToolBase } from './toolShape.ts'

const validators = new WeakMap<ToolBase['parameters'], Validator>()
const MAX_FAULTS = 3

/**
 * What is wrong with the arguments of a call, in words that a model can act on; nothing when they fit. The schema is
 * interpreted, never compiled to code.
 */
export function checkArguments(parameters: ToolBase['parameters'], args: ToolCall['args']): string | undefined {
  const { valid, errors } = validatorFor(parameters).validate(args)
  if (valid) return undefined
  // What is wrong with an object repeats what is wrong with its parts: the deepest are the closest to the cause.
  const deepest = errors.toSorted((a, b) => b.instanceLocation.length - a.instanceLocation.length)
  const words = deepest.map(({ instanceLocation, error }) => {
    const place = instanceLocation.slice(2).replaceAll('/', '.')
    return place === '' ? error : `${place}: ${error}`
  })
  return [...new Set(words)].slice(0, MAX_FAULTS).join(' ')
}

function validatorFor(parameters: ToolBase['parameters']): Validator {
  const known = validators.get(parameters)
  if (known !== undefined) return known
  // The package types a schema more narrowly than JSON Schema is; all faults are wanted, not the first.
  const validator = new Validator(parameters as Schema, '2020-12', false)
  validators.set(parameters, validator)
  return validator
}
