import { AgentError } from '../../errors/AgentError.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import { renderTemplate, type TemplatePlace } from '../../templates/renderTemplate.ts'
import type { HttpConfig } from './httpSchema.ts'

/**
 * The address with its values: a value at the very beginning may be a whole address, one within the host must be a
 * part of a host, and every other is encoded, so that it cannot lead anywhere else.
 */
export function renderUrl(
  { url, query }: Pick<HttpConfig, 'url' | 'query'>,
  state: State,
  place: TemplatePlace,
): string {
  const text = url.trim()
  const hostEnd = /^https?:\/\/[^/?#]*/i.exec(text)?.[0].length ?? 0
  const address = renderTemplate(
    text,
    state,
    { ...place, kind: msg('Address'), path: 'config.url' },
    (value, start) => {
      if (start === 0) return value.trim()
      return start < hostEnd ? checkHostPart(value.trim(), place) : encodeURIComponent(value)
    },
  )
  const added = query
    .map(({ name, value }, index) => {
      const at = { ...place, kind: msg('Query'), path: `config.query[${index}].value` }
      return `${encodeURIComponent(name)}=${encodeURIComponent(renderTemplate(value, state, at))}`
    })
    .join('&')
  return added === '' ? address : addQuery(address, added)
}

function addQuery(address: string, added: string): string {
  const [start = '', ...fragment] = address.split('#')
  const joint = !start.includes('?') ? '?' : /[?&]$/.test(start) ? '' : '&'
  return [`${start}${joint}${added}`, ...fragment].join('#')
}

function checkHostPart(value: string, { stepId }: TemplatePlace): string {
  if (/^[\p{L}\p{N}.-]+(:\d+)?$/u.test(value)) return value
  throw new AgentError(
    'http.badUrl',
    word('"{value}" is no part of a host: it can be letters, digits, dots and dashes.', { value: value.slice(0, 100) }),
    {
      path: 'config.url',
      ...(stepId === undefined ? {} : { stepId }),
    },
  )
}
