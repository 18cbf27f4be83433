import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { parseTemplate } from './parseTemplate.ts'
import { renderTemplate, type TemplatePlace } from './renderTemplate.ts'
import { resolvePath, type Scope } from './resolvePath.ts'

/**
 * JSON whose texts are templates, filled in. A text that is nothing but one variable becomes the value itself, whatever
 * its type; one without a value becomes null.
 *
 * @throws AgentError as `renderTemplate` does
 * @example renderJson({ q: 'about {topic}', limit: '{limit}' }, { topic: 'tea', limit: 3 }) // { q: 'about tea', limit: 3 }
 */
export function renderJson(value: Json, scope: Scope, place: TemplatePlace = {}): Json {
  if (typeof value === 'string') return renderText(value, scope, place)
  if (Array.isArray(value)) return value.map((item: Json) => renderJson(item, scope, place))
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, renderJson(item ?? null, scope, place)])
  return Object.fromEntries(entries)
}

function renderText(text: string, scope: Scope, place: TemplatePlace): Json {
  const { parts, problems } = parseTemplate(text)
  const [only] = parts
  if (problems.length > 0 || parts.length !== 1 || only?.kind !== 'reference') return renderTemplate(text, scope, place)
  return resolvePath(scope, only.reference.path) ?? null
}
