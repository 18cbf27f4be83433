import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { chooseOption } from './chooseOption.ts'
import { fillText } from './fillText.ts'
import { keywordsOf, pickBy } from './words.ts'

/** What the values are taken from. */
export interface FillSource {
  /** The words of the person. */
  readonly text: string
  /** The instructions, in which options may be described. */
  readonly instructions: string
}

interface Place extends FillSource {
  readonly root: JsonObject
  /** The name of the property that is filled. */
  readonly key: string
  /** Position in the enclosing list, so that its items differ. */
  readonly index: number
  readonly depth: number
}

const MAX_DEPTH = 8
const ITEMS = 3

/** A value that fits a JSON Schema, taken from the words of the text where it can be. Same text, same value. */
export function fillSchema(schema: JsonObject, source: FillSource): Json {
  return fill(schema, { ...source, root: schema, key: '', index: 0, depth: 0 })
}

function fill(given: Json | undefined, place: Place): Json {
  const schema = resolve(given, place.root)
  const fixed = schema.const ?? schema.default
  if (fixed !== undefined) return fixed
  if (isList(schema.enum)) return fillEnum(schema.enum, place)
  const variants = schema.anyOf ?? schema.oneOf
  if (isList(variants)) return fill(firstUseful(variants, place.root), place)
  if (place.depth > MAX_DEPTH) return null
  switch (typeOf(schema)) {
    case 'object':
      return fillObject(schema, place)
    case 'array':
      return fillList(schema, place)
    case 'integer':
    case 'number':
      return fillNumber(schema, place)
    case 'boolean':
      return !/\b(no|not|never|none|cannot|n't|without)\b/i.test(place.text)
    case 'null':
      return null
    default:
      return fillText(schema, place)
  }
}

function resolve(schema: Json | undefined, root: JsonObject): JsonObject {
  if (!isJsonObject(schema)) return {}
  const path = typeof schema.$ref === 'string' ? schema.$ref.split('/').slice(1) : undefined
  const target = path?.reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), root)
  const own = isJsonObject(target) ? { ...target, ...schema, $ref: undefined } : schema
  if (!isList(own.allOf)) return own
  return own.allOf.map((part) => resolve(part, root)).reduce(merge, { ...own, allOf: undefined })
}

function merge(a: JsonObject, b: JsonObject): JsonObject {
  const properties = { ...objectIn(a.properties), ...objectIn(b.properties) }
  return { ...a, ...b, ...(Object.keys(properties).length === 0 ? {} : { properties }) }
}

/** `Array.isArray`, which does not know of read-only lists. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function objectIn(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function typeOf(schema: JsonObject): Json | undefined {
  const { type } = schema
  if (isList(type)) return type.find((name) => name !== 'null')
  if (type === undefined && schema.properties !== undefined) return 'object'
  return type === undefined && schema.items !== undefined ? 'array' : type
}

function firstUseful(variants: readonly Json[], root: JsonObject): Json | undefined {
  return variants.find((variant) => resolve(variant, root).type !== 'null') ?? variants[0]
}

function fillEnum(options: readonly Json[], { text, instructions, index }: Place): Json {
  const names = options.filter((option) => typeof option === 'string')
  const first = names.length === options.length ? options.indexOf(chooseOption(names, text, instructions)) : 0
  return options[(first + index) % options.length] ?? null
}

function fillObject(schema: JsonObject, place: Place): JsonObject {
  const properties = objectIn(schema.properties)
  const required = isList(schema.required) ? schema.required : []
  const wanted = Object.entries(properties).filter(([key]) => place.depth < MAX_DEPTH - 4 || required.includes(key))
  return Object.fromEntries(wanted.map(([key, part]) => [key, fill(part, { ...place, key, depth: place.depth + 1 })]))
}

function fillList(schema: JsonObject, place: Place): readonly Json[] {
  if (isList(schema.prefixItems)) {
    return schema.prefixItems.map((item) => fill(item, { ...place, depth: place.depth + 1 }))
  }
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : Number.POSITIVE_INFINITY
  const options = resolve(schema.items, place.root).enum
  const distinct = isList(options) ? options.length : Number.POSITIVE_INFINITY
  const wanted = place.depth >= MAX_DEPTH - 4 ? 0 : Math.min(ITEMS, distinct)
  const length = Math.min(Math.max(wanted, least), most)
  const items = Array.from({ length }, (_, index) => fill(schema.items, { ...place, index, depth: place.depth + 1 }))
  return schema.uniqueItems === true
    ? items.map((item, index) => tellApart(item, items.indexOf(item) < index, index))
    : items
}

function tellApart(item: Json, repeated: boolean, index: number): Json {
  if (!repeated) return item
  if (typeof item === 'number') return item + index
  return typeof item === 'string' ? `${item} ${index + 1}` : item
}

function fillNumber(schema: JsonObject, { text, key, index }: Place): number {
  const whole = typeOf(schema) === 'integer'
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : whole ? 1 : 0.1
  const least = boundOf(schema.minimum, schema.exclusiveMinimum, step)
  const most = boundOf(schema.maximum, schema.exclusiveMaximum, -step)
  const inBounds = (value: number): boolean => value >= (least ?? value) && value <= (most ?? value)
  if (least === undefined && most === undefined && /confidence|probability|likelihood/i.test(key)) return 0.8
  const told = [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
  const fitting = told.filter((value) => inBounds(value) && (!whole || Number.isInteger(value)))
  const found = fitting[index]
  if (found !== undefined && schema.multipleOf === undefined) return found
  const [first, last] = countSteps(least, most, step)
  const value = (first + pickBy(`${key}${index}${keywordsOf(text, 3).join()}`, last - first + 1)) * step
  return Number(value.toFixed(6))
}

/** The first and the last multiple of the step to choose from: at most ten, from 1 on where that is allowed. */
function countSteps(least: number | undefined, most: number | undefined, step: number): readonly [number, number] {
  const lowest = least ?? (most === undefined ? 1 : most - 10 * step)
  const end = most === undefined ? Number.POSITIVE_INFINITY : Math.floor(most / step + 1e-9)
  // A range that reaches far below zero, such as that of all whole numbers, asks for no huge negative one.
  const positive = Math.ceil(1 / step - 1e-9)
  const first = least !== undefined && least < 0 && positive <= end ? positive : Math.ceil(lowest / step - 1e-9)
  return [first, Math.max(first, Math.min(end, first + 9))]
}

function boundOf(inclusive: Json | undefined, exclusive: Json | undefined, step: number): number | undefined {
  if (typeof inclusive === 'number') return inclusive
  return typeof exclusive === 'number' ? exclusive + step : undefined
}
