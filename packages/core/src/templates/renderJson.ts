import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { joinPath } from '../json/jsonPath.ts'
import { parseTemplate } from './parseTemplate.ts'
import { renderTemplate, type TemplatePlace } from './renderTemplate.ts'
import { resolvePath, type Scope } from './resolvePath.ts'

/**
 * JSON whose texts are templates, filled in. As values are put in one by one, whatever they hold cannot break out of its
 * place. A text that is nothing but one variable becomes the value itself, whatever its type.
 *
 * @param absent what becomes of such a text without a value: a fault as in every template, or null
 * @throws AgentError as `renderTemplate` does
 * @example renderJson({ q: 'about {topic}', limit: '{limit}' }, { topic: 'tea', limit: 3 }) // { q: 'about tea', limit: 3 }
 */
export function renderJson(
  value: Json,
  scope: Scope,
  place: TemplatePlace = {},
  absent: 'fault' | 'null' = 'fault',
): Json {
  if (typeof value === 'string') return renderText(value, scope, place, absent)
  const within = (key: PropertyKey) =>
    place.path === undefined ? place : { ...place, path: joinPath(place.path, key) }
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => renderJson(item, scope, within(index), absent))
  }
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    renderJson(item ?? null, scope, within(key), absent),
  ])
  return Object.fromEntries(entries)
}

function renderText(text: string, scope: Scope, place: TemplatePlace, absent: 'fault' | 'null'): Json {
  const { parts, problems } = parseTemplate(text.trim())
  const [only] = parts
  if (problems.length > 0 || parts.length !== 1 || only?.kind !== 'reference') return renderTemplate(text, scope, place)
  const found = resolvePath(scope, only.reference.path)
  return found ?? (absent === 'null' ? null : renderTemplate(text, scope, place))
}
