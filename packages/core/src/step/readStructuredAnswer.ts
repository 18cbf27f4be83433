import { AgentError } from '../errors/AgentError.ts'
import { wordingOf } from '../errors/wordingOf.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { JsonObject } from '../json/Json.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import type { ChatAnswer } from '../models/ChatModel.ts'
import { parseObject } from './parseObject.ts'
import type { Update } from './StepResult.ts'
import type { StructuredOutput } from './structuredOutputSetting.ts'

/** What reads an object given in code: a zod schema, or anything that parses like one. */
interface Parser {
  parse(value: unknown): unknown
}

/**
 * The update a structured answer makes: the whole object under `key`, or else each property into the field of its name.
 * Properties the schema does not name are left out.
 *
 * @throws AgentError `provider.badAnswer` when the answer is no object of the wanted shape
 */
export function readStructuredAnswer(
  { output, message }: ChatAnswer,
  { schema, key }: StructuredOutput,
  model?: unknown,
): Update {
  const answer = output ?? parseObject(message.content)
  if (!isObject(answer)) throw badAnswer(word('it is no object'), message.content)
  const missing = requiredKeys(schema).filter((name) => answer[name] === undefined)
  if (missing.length > 0) throw badAnswer(word('it lacks {missing}', { missing: missing.join(', ') }), message.content)
  const fields = pickDeclared(readWith(model, answer, message.content), schema)
  return key === '' ? fields : { [key]: fields }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && isJsonObject(value)
}

function readWith(model: unknown, answer: JsonObject, text: string): JsonObject {
  if (!isParser(model)) return answer
  try {
    const parsed = model.parse(answer)
    return isObject(parsed) ? parsed : answer
  } catch (error) {
    throw badAnswer(wordingOf(error), text)
  }
}

function isParser(value: unknown): value is Parser {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function'
}

function requiredKeys({ required }: StructuredOutput['schema']): readonly string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
}

function pickDeclared(answer: JsonObject, { properties }: StructuredOutput['schema']): JsonObject {
  if (!isObject(properties)) return answer
  return Object.fromEntries(Object.entries(answer).filter(([name]) => Object.hasOwn(properties, name)))
}

function badAnswer(reason: Wording, text: string): AgentError {
  return new AgentError(
    'provider.badAnswer',
    word("The model's answer does not have the shape that was asked for: {reason}.", { reason }),
    {
      detail: { text: text.slice(0, 2000) },
    },
  )
}
