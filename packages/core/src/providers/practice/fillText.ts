import type { JsonObject } from '../../json/Json.ts'
import { capitalize, firstSentence, keywordsOf, topicOf } from './words.ts'

interface TextPlace {
  readonly text: string
  readonly key: string
  readonly index: number
}

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-15',
  'date-time': '2026-01-15T10:00:00Z',
  time: '10:00:00Z',
  email: 'ada@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
}

/** What a property is about, by its name; the first that matches fills it. */
const byName: readonly (readonly [name: RegExp, write: (place: TextPlace) => string])[] = [
  [/city|place|location|country|town/i, ({ text }) => properName(text, /\b(?:in|for|at|to|from)\s+/) ?? 'Paris'],
  [/email/i, ({ text }) => /[\w.+-]+@[\w-]+\.[\w.]+/.exec(text)?.[0] ?? 'ada@example.com'],
  [/url|link|href/i, ({ text }) => /https?:\/\/[^\s"'<>)]+/.exec(text)?.[0] ?? 'https://example.com'],
  [/date|day|when/i, ({ text }) => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '2026-01-15'],
  [/expression|formula|calculation/i, ({ text }) => /\(?-?\d[\d\s.()+*/%^-]*\d\)?/.exec(text)?.[0] ?? '1 + 1'],
  [
    /person|customer|author|user(name)?$|^(first|last|full)?_?name$/i,
    ({ text }) =>
      properName(text, /\b(?:with|by|from|for|am|is|named|dear|greet)\s+/) ?? properName(text, /\b/) ?? 'Ada',
  ],
  [/title|headline|subject|topic|label|^name/i, (place) => titleOf(place)],
  [/keyword|tag|category|word|item|point/i, (place) => wordAt(place)],
  [/query|question|input|prompt|message|request|text|content|body|search/i, ({ text }) => firstSentence(text, 200)],
]

/** A text for a property, from what the person wrote and from the property's name. */
export function fillText(schema: JsonObject, place: TextPlace): string {
  const format = typeof schema.format === 'string' ? formats[schema.format] : undefined
  const write = byName.find(([name]) => name.test(place.key))?.[1]
  const text = format ?? write?.(place) ?? sentenceOf(place)
  const fitting = typeof schema.pattern === 'string' ? toPattern(text, schema.pattern) : text
  const least = typeof schema.minLength === 'number' ? schema.minLength : 0
  const most = typeof schema.maxLength === 'number' ? schema.maxLength : fitting.length
  return fitting.padEnd(least, '.').slice(0, Math.max(most, least))
}

function wordAt({ text, index }: TextPlace): string {
  const words = keywordsOf(text, index + 1)
  return words[index] ?? `example ${index + 1}`
}

function titleOf({ text, index }: TextPlace): string {
  const words = keywordsOf(text, index + 3).slice(index)
  return words.length === 0 ? `Example ${index + 1}` : words.map(capitalize).join(' ')
}

function sentenceOf({ text, key, index }: TextPlace): string {
  const rest = keywordsOf(text, index + 2).slice(index)
  if (rest.length === 0) return `Practice ${key || 'value'}`
  return `About ${index === 0 ? topicOf(text) : rest.join(' and ')}`
}

/** A word with a capital that stands behind `before`, and is not the start of the text. */
function properName(text: string, before: RegExp): string | undefined {
  const pattern = new RegExp(`(?<=\\S\\s+)${before.source}(\\p{Lu}[\\p{L}'’-]+)`, 'u')
  return pattern.exec(` ${text}`)?.[1]
}

/** The text in one of a few common shapes, if one of them fits the pattern. */
function toPattern(text: string, pattern: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const digits = /\d+/.exec(text)?.[0] ?? '1'
  const shapes = [
    text,
    slug,
    slug.replaceAll('-', '_'),
    slug.replaceAll('-', ''),
    slug.toUpperCase(),
    digits,
    '1234',
    'A',
  ]
  try {
    const wanted = new RegExp(pattern, 'u')
    return shapes.find((shape) => wanted.test(shape)) ?? text
  } catch {
    return text
  }
}
