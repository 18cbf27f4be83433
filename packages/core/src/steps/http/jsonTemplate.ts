import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { joinPath } from '../../json/jsonPath.ts'
import type { State } from '../../state/StateType.ts'
import type { TextReference } from '../../step/StepDefinition.ts'
import { parseTemplate } from '../../templates/parseTemplate.ts'
import { renderTemplate, type TemplatePlace } from '../../templates/renderTemplate.ts'
import { resolvePath } from '../../templates/resolvePath.ts'

/** The texts within a JSON value that is a template: each of them may name fields. */
export function listJsonTexts(value: Json, path: string): readonly TextReference[] {
  if (typeof value === 'string') return /[{}]/.test(value) ? [{ path, text: value, language: 'template' }] : []
  return childrenOf(value).flatMap(([key, child]) => listJsonTexts(child, joinPath(path, key)))
}

/**
 * The same value with its texts filled in. As values are put in one by one, whatever they hold cannot break out of its
 * place. A text that is one reference and nothing else becomes the value itself.
 */
export function renderJson(value: Json, state: State, place: TemplatePlace & { readonly path: string }): Json {
  if (typeof value === 'string') return renderJsonText(value, state, place)
  const within = (key: PropertyKey) => ({ ...place, path: joinPath(place.path, key) })
  if (Array.isArray(value)) return value.map((item: Json, index) => renderJson(item, state, within(index)))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(childrenOf(value).map(([key, child]) => [key, renderJson(child, state, within(key))]))
}

function renderJsonText(text: string, state: State, place: TemplatePlace): Json {
  const { parts } = parseTemplate(text.trim())
  const [only] = parts
  const whole = parts.length === 1 && only?.kind === 'reference' ? resolvePath(state, only.reference.path) : undefined
  return whole ?? renderTemplate(text, state, place)
}

function childrenOf(value: Json): readonly (readonly [key: string | number, child: Json])[] {
  if (Array.isArray(value)) return value.map((item: Json, index) => [index, item])
  if (!isJsonObject(value)) return []
  // What a configuration holds is plain JSON: no value of it is undefined.
  return Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [[key, child as Json] as const]))
}
