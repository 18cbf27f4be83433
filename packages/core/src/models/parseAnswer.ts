import { Validator } from '@cfworker/json-schema'
import type { AgentError } from '../errors/AgentError.ts'
import { wordingOf } from '../errors/wordingOf.ts'
import type { Json } from '../json/Json.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import type { ChatRequest } from './ChatModel.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'
import { findJson } from './findJson.ts'

export type OutputRequest = NonNullable<ChatRequest['output']>

const MAX_FAULTS_SHOWN = 3

/**
 * The object in an answer: the text itself, a fenced block in it, or its first whole object or list. Checked against
 * the schema. Throws `provider.badAnswer` with the text in its detail.
 */
export function parseAnswer(text: string, output: OutputRequest, context: ModelFaultContext): Json {
  const fail = (hint: Wording): AgentError => createModelFault('provider.badAnswer', context, { text, hint })
  const value = findJson(text)
  if (value === undefined) throw fail(word('It holds no JSON.'))
  const { valid, errors } = validate(value, output, context)
  if (valid) return value
  // The errors of an object repeat those of its parts: the last ones are the closest to the cause.
  const deepest = errors.toSorted((a, b) => b.instanceLocation.length - a.instanceLocation.length)
  const shown = deepest.slice(0, MAX_FAULTS_SHOWN).map((fault) => `${fault.instanceLocation}: ${fault.error}`)
  const hint = shown.join(' ')
  throw fail({ english: hint, said: hint })
}

function validate(value: Json, output: OutputRequest, context: ModelFaultContext): ReturnType<Validator['validate']> {
  try {
    // The validator's types are mutable; it changes neither the schema nor the value.
    return new Validator(structuredClone(output.schema), '2020-12', false).validate(value)
  } catch (error) {
    throw createModelFault('provider.unsupported', context, {
      hint: word('The schema "{name}" is not valid: {reason}', {
        name: output.name,
        reason: wordingOf(error),
      }),
    })
  }
}
