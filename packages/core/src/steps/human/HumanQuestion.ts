import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { type HumanMode, humanModes } from './humanSchema.ts'

/** What every question to a person of a `human` step has. */
interface QuestionBase {
  readonly kind: 'human'
  readonly title: string
  readonly text: string
  /** Why the answer before was refused, and that answer. */
  readonly fault?: string
  readonly given?: Json
}

/** One way to answer a question that offers several. A type and not an interface, so that it counts as plain JSON. */
export type HumanOption = {
  readonly name: string
  readonly description: string
}

/** A question of a `human` step, as plain JSON. Its `mode` says what an answer looks like. */
export type HumanQuestion =
  /** Answered by `{ approved, reason? }`, or just `true` or `false`. */
  | (QuestionBase & { readonly mode: 'approve'; readonly reasonRequired: boolean })
  /** Answered by the text as it is to be. */
  | (QuestionBase & { readonly mode: 'edit'; readonly draft: string })
  /** Answered by the name of an option. */
  | (QuestionBase & { readonly mode: 'choose'; readonly options: readonly HumanOption[] })
  /** Answered by a text. */
  | (QuestionBase & { readonly mode: 'answer' })
  /** Answered by an object that fits the JSON Schema. */
  | (QuestionBase & { readonly mode: 'form'; readonly schema: Readonly<Record<string, Json>> })

/** The question in a run's event when a `human` step asked it; nothing for another kind, or one made wrongly. */
export function readHumanQuestion(question: Json): HumanQuestion | undefined {
  if (!isJsonObject(question) || question.kind !== 'human') return undefined
  const { mode, title, text, fault, given } = question
  if (!humanModes.some((known) => known === mode) || typeof title !== 'string' || typeof text !== 'string') {
    return undefined
  }
  const base = {
    ...({ kind: 'human', title, text } as const),
    ...(typeof fault === 'string' ? { fault } : {}),
    ...(given === undefined ? {} : { given }),
  }
  // Just looked for among the modes.
  switch (mode as HumanMode) {
    case 'approve':
      return { ...base, mode: 'approve', reasonRequired: question.reasonRequired === true }
    case 'edit':
      return { ...base, mode: 'edit', draft: typeof question.draft === 'string' ? question.draft : '' }
    case 'choose':
      return { ...base, mode: 'choose', options: readOptions(question.options) }
    case 'answer':
      return { ...base, mode: 'answer' }
    case 'form':
      return { ...base, mode: 'form', schema: isJsonObject(question.schema) ? definedOf(question.schema) : {} }
  }
}

function readOptions(options: Json | undefined): readonly HumanOption[] {
  if (!Array.isArray(options)) return []
  return options.flatMap((option): HumanOption[] => {
    if (!isJsonObject(option) || typeof option.name !== 'string') return []
    return [{ name: option.name, description: typeof option.description === 'string' ? option.description : '' }]
  })
}

function definedOf(object: { readonly [key: string]: Json | undefined }): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
