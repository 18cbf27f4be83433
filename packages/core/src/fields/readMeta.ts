import { isJsonObject } from '../json/isJsonObject.ts'
import type { JsonObject } from '../json/Json.ts'
import type { FieldBase, FieldKind, FieldMeta } from './FieldSpec.ts'

/** The keys of a schema that speak about the form only. */
const metaKeys = [
  'widget',
  'advanced',
  'placeholder',
  'visibleWhen',
  'labels',
  'itemTitle',
  'agentFrom',
  'agentPart',
  'step',
] as const

/** Every kind of field, so that a widget's name from outside can be told from a wrong one. */
const fieldKinds = {
  text: true,
  longText: true,
  prompt: true,
  expression: true,
  code: true,
  number: true,
  slider: true,
  toggle: true,
  select: true,
  stateField: true,
  agent: true,
  agentField: true,
  step: true,
  model: true,
  key: true,
  toolName: true,
  toolList: true,
  list: true,
  textList: true,
  record: true,
  group: true,
  documents: true,
  json: true,
} as const satisfies Record<FieldKind, true>

/** What a schema says about its form, each part taken only when it has the right shape. */
export function readMeta(schema: JsonObject): FieldMeta {
  const { title, description, widget, advanced, placeholder, visibleWhen, labels, itemTitle, step } = schema
  const { agentFrom, agentPart } = schema
  return {
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(isFieldKind(widget) ? { widget } : {}),
    ...(typeof advanced === 'boolean' ? { advanced } : {}),
    ...(typeof placeholder === 'string' ? { placeholder } : {}),
    ...readVisibleWhen(visibleWhen),
    ...(isJsonObject(labels) ? { labels: readLabels(labels) } : {}),
    ...(typeof itemTitle === 'string' ? { itemTitle } : {}),
    ...(typeof agentFrom === 'string' ? { agentFrom } : {}),
    ...(agentPart === 'inputs' || agentPart === 'all' ? { agentPart } : {}),
    ...(typeof step === 'number' && step > 0 ? { step } : {}),
  }
}

/** The schema without what speaks about the form, for validating values. */
export function withoutMeta(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !metaKeys.some((meta) => meta === key)))
}

/** What every kind of field has. */
export function toFieldBase(name: string, schema: JsonObject, required: boolean): FieldBase {
  const { title, description, advanced, placeholder, visibleWhen } = readMeta(schema)
  const fallback = schema.default
  return {
    name,
    title: title ?? toTitle(name),
    ...(description === undefined ? {} : { description }),
    required: fallback === undefined ? required : isTooShort(fallback, schema),
    ...(fallback === undefined ? {} : { default: fallback }),
    advanced: advanced ?? false,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(visibleWhen === undefined ? {} : { visibleWhen }),
  }
}

/** `maxTokens` and `max_tokens` as people write it: `Max tokens`. */
function toTitle(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A default that its own schema refuses as empty is a place to fill in: the field is needed all the same. */
function isTooShort(fallback: unknown, schema: JsonObject): boolean {
  if (typeof fallback === 'string') return fallback.length < Number(schema.minLength ?? 0)
  return Array.isArray(fallback) && fallback.length < Number(schema.minItems ?? 0)
}

function readVisibleWhen(value: unknown): Pick<FieldMeta, 'visibleWhen'> {
  if (!isJsonObject(value) || typeof value.field !== 'string' || !Array.isArray(value.in)) return {}
  return { visibleWhen: { field: value.field, in: value.in } }
}

function readLabels(labels: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, String(label)]))
}

function isFieldKind(value: unknown): value is FieldKind {
  return typeof value === 'string' && Object.hasOwn(fieldKinds, value)
}
