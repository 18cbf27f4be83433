import type * as z from 'zod'
import { msg } from '../language/msg.ts'
import { plural } from '../language/plural.ts'
import { t } from '../language/t.ts'
import { type AnySchema, childSchema, settingTitle } from './schemaTree.ts'

type Issue = z.core.$ZodRawIssue

const nouns: Readonly<Record<string, string>> = {
  string: msg('text'),
  number: msg('a number'),
  nan: msg('a number'),
  int: msg('a whole number'),
  boolean: msg('true or false'),
  array: msg('a list'),
  object: msg('an object'),
  record: msg('an object'),
  null: msg('null'),
}

const formats: Readonly<Record<string, string>> = {
  url: msg('an address such as https://example.org'),
  email: msg('an e-mail address'),
  uuid: msg('a UUID'),
  datetime: msg('a date and time such as 2026-01-31T12:00:00Z'),
  date: msg('a date such as 2026-01-31'),
  json_string: msg('JSON'),
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
      return t('{label} must be one of: {values}.', { label, values: issue.values.map(String).join(', ') })
    case 'too_small':
      return atLeast(label, issue)
    case 'too_big':
      return atMost(label, issue)
    case 'not_multiple_of':
      return t('{label} must be a multiple of {divisor}.', { label, divisor: String(issue.divisor) })
    case 'invalid_format': {
      const wanted = formats[issue.format]
      return wanted === undefined ? undefined : t('{label} must be {wanted}.', { label, wanted: t(wanted) })
    }
    case 'unrecognized_keys':
      return t('{label} cannot have {keys}.', { label, keys: issue.keys.map((key) => `'${key}'`).join(', ') })
    case 'invalid_union':
      return t('{label} has none of the shapes it may have.', { label })
    default:
      return undefined
  }
}

function explainType(label: string, issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
  const wanted = t(nouns[issue.expected] ?? issue.expected)
  if (issue.input === undefined) return t('{label} is missing: give {wanted}.', { label, wanted })
  if (issue.expected === 'int' && typeof issue.input === 'number')
    return t('{label} must be a whole number.', { label })
  return t('{label} must be {wanted}, not {given}.', { label, wanted, given: nounOf(issue.input) })
}

function nounOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return t('a list')
  const noun = nouns[typeof value]
  return noun === undefined ? t('a {type}', { type: typeof value }) : t(noun)
}

function atLeast(label: string, { origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const [limit, values] = [Number(minimum), { label, minimum: String(minimum) }]
  if (origin === 'string' && limit === 1) return t('{label} must not be empty.', { label })
  if (origin === 'string') return t('{label} must have at least {minimum} characters.', values)
  if (origin === 'array' || origin === 'set')
    return plural(limit, '{label} needs at least one entry.', '{label} needs at least {count} entries.', { label })
  return inclusive === false
    ? t('{label} must be more than {minimum}.', values)
    : t('{label} must be at least {minimum}.', values)
}

function atMost(label: string, { origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const [limit, values] = [Number(maximum), { label, maximum: String(maximum) }]
  if (origin === 'string') return t('{label} must have at most {maximum} characters.', values)
  if (origin === 'array' || origin === 'set')
    return plural(limit, '{label} can have at most one entry.', '{label} can have at most {count} entries.', { label })
  return inclusive === false
    ? t('{label} must be less than {maximum}.', values)
    : t('{label} must be at most {maximum}.', values)
}

/** "Prompt", "Name in entry 2 of Routes": the titles along the way, the nearest first. */
function labelOf(schema: AnySchema, path: readonly PropertyKey[]): string {
  let current: AnySchema | undefined = schema
  let label = ''
  for (const key of path) {
    current = current === undefined ? undefined : childSchema(current, key)
    if (typeof key === 'number') {
      const entry = key + 1
      label = label === '' ? t('Entry {entry}', { entry }) : t('Entry {entry} of {label}', { entry, label })
    } else {
      const title = t(settingTitle(current, String(key)))
      label = label === '' ? title : t('{title} in {label}', { title, label })
    }
  }
  return label === '' ? t('The settings') : label
}
