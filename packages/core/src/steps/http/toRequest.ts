import { AgentError } from '../../errors/AgentError.ts'
import type { HttpRequest } from '../../http/HttpRequest.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import { renderJson } from '../../templates/renderJson.ts'
import { renderTemplate, type TemplatePlace } from '../../templates/renderTemplate.ts'
import type { HttpConfig } from './httpSchema.ts'
import { findHost } from './listHosts.ts'
import { renderUrl } from './renderUrl.ts'
import { sendsBody } from './sendsBody.ts'

/** The request with its values filled in. */
export function toRequest(config: HttpConfig, state: State, place: TemplatePlace): HttpRequest {
  const { method, headers, key, timeoutSeconds, maxKilobytes, followRedirects, repeat } = config
  const body = renderBody(config, state, place)
  const given = headers.map(({ name, value }, index) => {
    const at = { ...place, kind: msg('Header'), path: `config.headers[${index}].value` }
    return [name.trim(), renderTemplate(value, state, at)] as const
  })
  const type = body === undefined ? [] : [['content-type', contentType(config)] as const]
  return {
    method,
    url: renderUrl(config, state, place),
    headers: [...type, ...given],
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key: checkKey(key, config.url) }),
    timeoutMs: timeoutSeconds * 1_000,
    maxBytes: maxKilobytes * 1_000,
    followRedirects,
    // Asking for something changes nothing; whatever else may have been done before the fault.
    repeatable: !sendsBody(config) || repeat,
  }
}

/** The host of a request with a key is written out: a value of the state must not choose where a key is sent. */
function checkKey(key: NonNullable<HttpConfig['key']>, url: string): NonNullable<HttpConfig['key']> {
  if (findHost(url) !== undefined) return key
  throw new AgentError(
    'http.badUrl',
    word('A key goes to one host only: write the host out instead of taking it from a field.'),
    {
      path: 'config.url',
    },
  )
}

function renderBody(config: HttpConfig, state: State, place: TemplatePlace): string | undefined {
  if (!sendsBody(config) || config.body === 'none') return undefined
  if (config.body === 'text')
    return renderTemplate(config.text, state, { ...place, kind: msg('Body'), path: 'config.text' })
  return JSON.stringify(renderJson(config.json, state, { ...place, kind: msg('Body'), path: 'config.json' }))
}

function contentType({ body }: HttpConfig): string {
  return body === 'json' ? 'application/json' : 'text/plain;charset=utf-8'
}
