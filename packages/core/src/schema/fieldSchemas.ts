import * as z from 'zod'
import { isJson } from '../json/isJson.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'

/**
 * The building blocks of the configuration's schemas, with petal's wording of what is wrong. They are functions, so
 * that each use can carry its own `meta`.
 */

/** The message for a value of the wrong type; a missing one is `Field required`. Other issues keep their own words. */
function typeMessage(message: () => string) {
  return ({ code, input }: { readonly code: string; readonly input?: unknown }): string | undefined => {
    if (code === 'invalid_key' || code === 'invalid_element') return undefined
    return input === undefined ? t('Field required') : message()
  }
}

export function text() {
  return z.string({ error: typeMessage(() => t('Input should be a valid string')) })
}

export function flag() {
  return z.boolean({ error: typeMessage(() => t('Input should be a valid boolean')) })
}

export function decimal() {
  return z.number({ error: typeMessage(() => t('Input should be a valid number')) })
}

export function integer() {
  return z.int({ error: integerMessage })
}

function integerMessage(issue: { readonly input?: unknown }): string {
  if (issue.input === undefined) return t('Field required')
  if (typeof issue.input !== 'number' || !Number.isFinite(issue.input)) return t('Input should be a valid integer')
  return Number.isInteger(issue.input)
    ? t('Input should be a valid integer, got a number that is too large')
    : t('Input should be a valid integer, got a number with a fractional part')
}

export function atLeast(limit: number): { error(): string } {
  return { error: () => t('Input should be greater than or equal to {limit}', { limit }) }
}

export function atMost(limit: number): { error(): string } {
  return { error: () => t('Input should be less than or equal to {limit}', { limit }) }
}

/** One of a list of words: `memoryType must be one of ['conversation', 'vector', …]`. */
export function oneOf<const Values extends readonly string[]>(field: string, values: Values) {
  const names = values.map((value) => `'${value}'`).join(', ')
  const message = () => t('{field} must be one of [{names}]', { field, names })
  return z.enum(values, { error: typeMessage(message) })
}

/** Any plain JSON. */
export function json() {
  return z.custom<Json>(isJson, { error: typeMessage(() => t('Input should be plain JSON')) })
}

/** A plain JSON object with any keys, kept as it is. */
export function jsonObject() {
  return z
    .custom<Readonly<Record<string, Json>>>((value) => isJsonObject(value) && isJson(value), {
      error: typeMessage(() => t('Input should be a valid dictionary')),
    })
    .meta({ type: 'object' })
}

/** The message of an object's schema. */
export const dictionary = { error: typeMessage(() => t('Input should be a valid dictionary')) }

/** The message of a list's schema. */
export const list = { error: typeMessage(() => t('Input should be a valid list')) }
