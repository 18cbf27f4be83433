import type * as z from 'zod'
import { type AnySchema, childSchema, settingTitle } from './schemaTree.ts'

type Issue = z.core.$ZodRawIssue

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  nan: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

const formats: Readonly<Record<string, string>> = {
  url: 'an address such as https://example.org',
  email: 'an e-mail address',
  uuid: 'a UUID',
  datetime: 'a date and time such as 2026-01-31T12:00:00Z',
  date: 'a date such as 2026-01-31',
  json_string: 'JSON',
}

/**
 * What is wrong with a setting, in plain words: "Prompt must be text, not a number." To be given to zod as the `error`
 * of a parse, so that a message written in the schema itself wins. Nothing for what zod explains better.
 */
export function explainIssue(schema: AnySchema, issue: Issue): string | undefined {
  const label = labelOf(schema, issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      return explainType(label, issue)
    case 'invalid_value':
      return `${label} must be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `${label} ${atLeast(issue)}`
    case 'too_big':
      return `${label} ${atMost(issue)}`
    case 'not_multiple_of':
      return `${label} must be a multiple of ${issue.divisor}.`
    case 'invalid_format':
      return formats[issue.format] === undefined ? undefined : `${label} must be ${formats[issue.format]}.`
    case 'unrecognized_keys':
      return `${label} cannot have ${issue.keys.map((key) => `'${key}'`).join(', ')}.`
    case 'invalid_union':
      return `${label} has none of the shapes it may have.`
    default:
      return undefined
  }
}

function explainType(label: string, issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
  const wanted = nouns[issue.expected] ?? issue.expected
  if (issue.input === undefined) return `${label} is missing: give ${wanted}.`
  if (issue.expected === 'int' && typeof issue.input === 'number') return `${label} must be a whole number.`
  return `${label} must be ${wanted}, not ${nounOf(issue.input)}.`
}

function nounOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return nouns[typeof value] ?? `a ${typeof value}`
}

function atLeast({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') return minimum === 1 ? 'must not be empty.' : `must have at least ${minimum} characters.`
  if (origin === 'array' || origin === 'set') return `needs at least ${count(minimum)}.`
  return inclusive === false ? `must be more than ${minimum}.` : `must be at least ${minimum}.`
}

function atMost({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `must have at most ${maximum} characters.`
  if (origin === 'array' || origin === 'set') return `can have at most ${count(maximum)}.`
  return inclusive === false ? `must be less than ${maximum}.` : `must be at most ${maximum}.`
}

function count(limit: number | bigint): string {
  return Number(limit) === 1 ? 'one entry' : `${limit} entries`
}

/** "Prompt", "Name of entry 2 in Routes": the titles along the way, the nearest first. */
function labelOf(schema: AnySchema, path: readonly PropertyKey[]): string {
  let current: AnySchema | undefined = schema
  let label = ''
  for (const key of path) {
    current = current === undefined ? undefined : childSchema(current, key)
    if (typeof key === 'number') label = label === '' ? `Entry ${key + 1}` : `Entry ${key + 1} of ${label}`
    else label = label === '' ? settingTitle(current, String(key)) : `${settingTitle(current, String(key))} in ${label}`
  }
  return label === '' ? 'The settings' : label
}
