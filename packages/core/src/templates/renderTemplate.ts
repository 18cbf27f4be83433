import { AgentError } from '../errors/AgentError.ts'
import { alsoInEnglish } from '../language/alsoInEnglish.ts'
import { msg } from '../language/msg.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { parseTemplate } from './parseTemplate.ts'
import { isList, isRecord, resolvePath, type Scope } from './resolvePath.ts'
import type { Template, VariableReference } from './Template.ts'
import { toPromptText } from './toPromptText.ts'

/** Where a template stands, for the words of an error. */
export interface TemplatePlace {
  readonly stepId?: string
  readonly nodeName?: string
  /** First word of the message. Default `Prompt`; petal's other one is `System prompt`. */
  readonly kind?: string | Wording
  /** Path of the template within the step: `config.promptTemplate`. */
  readonly path?: string
}

/** Prompts are rendered again and again in loops and maps; their text rarely changes. */
const parsed = new Map<string, Template>()
const MAX_PARSED = 500

/**
 * Fills in a template, in one pass: what a value contains is never read as a template again. Text is printed as it is,
 * every other value as JSON.
 *
 * @param scope the values that may be named; only its own properties are seen
 * @param encode makes a value fit for where the text goes; `start` is where its reference begins in the template
 * @throws AgentError `template.missing` when a variable has no value (absent or `null`), `template.syntax` when the
 *   template cannot be read. Nothing is rendered in part.
 * @example renderTemplate('Hello {name}', { name: 'Ada' }) // 'Hello Ada'
 */
export function renderTemplate(
  text: string,
  scope: Scope,
  place: TemplatePlace = {},
  encode: (value: string, start: number) => string = (value) => value,
): string {
  const template = parseOnce(text)
  const [problem] = template.problems
  if (problem !== undefined) {
    throw new AgentError(
      'template.syntax',
      word("{place} template '{text}' cannot be read: {message}", {
        place: kindOf(place),
        text: cut(text),
        message: alsoInEnglish(problem.message, () => parseTemplate(text).problems[0]?.message),
      }),
      {
        ...placeFields(place),
        detail: { detail: { template: cut(text), start: problem.start, end: problem.end } },
      },
    )
  }
  let out = ''
  for (const part of template.parts) {
    out += part.kind === 'text' ? part.text : encode(printValue(text, part.reference, scope, place), part.start)
  }
  return out
}

function parseOnce(text: string): Template {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const template = parseTemplate(text)
  // What is wrong is told in the language spoken now, which is not kept.
  if (template.problems.length > 0) return template
  if (parsed.size >= MAX_PARSED) parsed.clear()
  parsed.set(text, template)
  return template
}

function printValue(text: string, reference: VariableReference, scope: Scope, place: TemplatePlace): string {
  return toPromptText(resolvePath(scope, reference.path)) ?? missing(text, reference, scope, place)
}

function missing(text: string, reference: VariableReference, scope: Scope, place: TemplatePlace): never {
  const variable = reference.path.join('.')
  const available = listAvailable(scope, reference.path)
  const list = `[${available.map((key) => `'${key}'`).join(', ')}]`
  throw new AgentError(
    'template.missing',
    word(
      "{place} template '{text}' requires key '{variable}' but it's not available in the state. Available keys: {list}",
      { place: kindOf(place), text: cut(text), variable, list },
    ),
    {
      ...placeFields(place),
      detail: {
        available,
        detail: {
          template: cut(text),
          variable,
          ...(place.nodeName === undefined ? {} : { nodeName: place.nodeName }),
        },
      },
    },
  )
}

/** The keys that have a value where the path got lost: in the state, or in the object it had reached. */
function listAvailable(scope: Scope, path: readonly string[]): readonly string[] {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const reached = path.slice(0, depth)
    const value = resolvePath(scope, reached)
    if (isRecord(value)) return presentKeys(value).map((key) => [...reached, key].join('.'))
    if (isList(value)) return value.slice(0, 20).map((_, index) => [...reached, index].join('.'))
  }
  return presentKeys(scope)
}

function presentKeys(value: Scope): readonly string[] {
  return Object.keys(value).filter((key) => toPromptText(value[key]) !== undefined)
}

function kindOf({ kind = msg('Prompt') }: TemplatePlace): Wording {
  return typeof kind === 'string' ? word(kind) : kind
}

function placeFields(place: TemplatePlace): { stepId?: string; path?: string } {
  return {
    ...(place.stepId === undefined ? {} : { stepId: place.stepId }),
    ...(place.path === undefined ? {} : { path: place.path }),
  }
}

function cut(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 1999)}…` : text
}
