import { type FieldSpec, isJsonObject, type Json, type JsonObject, joinPath, type StepConfig } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { listFields } from '../listFields.ts'
import { listDescriptions } from './listDescriptions.ts'
import type { TextPlace } from './TextPlace.ts'

type FoundText = Pick<TextPlace, 'path' | 'text' | 'language'>

/** Every text of a step: its name and what is written in its settings. Names of fields, keys and agents are none. */
export function listStepTexts(step: StepConfig, facts: StepFactsSource): readonly FoundText[] {
  const { definition, texts, writes, innerSteps, ports } = facts.of(step)
  const exits = ports.outputs.length > 1 ? ports.outputs.map(({ id }) => id) : []
  const name: readonly FoundText[] =
    step.nodeName === undefined ? [] : [{ path: 'nodeName', text: step.nodeName, language: 'text' }]
  if (definition === undefined) return name
  const known = new Map<string, FoundText>()
  for (const found of listTextsOf(listFields(definition), step.config, 'config')) {
    // A list of lines may be the names of the fields that are written.
    if (found.path.endsWith(']') && writes.includes(found.text)) continue
    const isExit = found.language === 'text' && exits.includes(found.text)
    known.set(found.path, isExit ? { ...found, language: 'exit' } : found)
  }
  // Whatever a template or an expression stands in: the step itself knows it best.
  for (const { path, text, language } of texts) {
    const isInner = innerSteps.some((at) => path.startsWith(`${at}.`))
    if (known.has(path) || isInner || path.startsWith('config.')) known.set(path, { path, text, language })
  }
  return [...name, ...known.values()]
}

/** The texts that the fields of a form hold. */
export function listTextsOf(fields: readonly FieldSpec[], values: JsonObject, path: string): readonly FoundText[] {
  return fields.flatMap((field) =>
    Object.hasOwn(values, field.name) ? textsIn(field, values[field.name], joinPath(path, field.name)) : [],
  )
}

const languages = {
  text: 'text',
  longText: 'text',
  prompt: 'template',
  expression: 'expression',
  code: 'code',
} as const

function textsIn(field: FieldSpec, value: Json | undefined, path: string): readonly FoundText[] {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'prompt':
    case 'expression':
    case 'code':
      return typeof value === 'string' ? [{ path, text: value, language: languages[field.kind] }] : []
    case 'textList':
      return itemsOf(value).flatMap((item, index) =>
        typeof item === 'string' ? [{ path: joinPath(path, index), text: item, language: 'text' }] : [],
      )
    case 'list':
      return itemsOf(value).flatMap((item, index) =>
        isJsonObject(item) ? listTextsOf(field.fields, item, joinPath(path, index)) : [],
      )
    case 'group':
      return isJsonObject(value) ? listTextsOf(field.fields, value, path) : []
    case 'record':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => textsIn(field.value, item, joinPath(path, key)))
        : []
    case 'json':
      return listDescriptions(value, path)
    default:
      return []
  }
}

function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
