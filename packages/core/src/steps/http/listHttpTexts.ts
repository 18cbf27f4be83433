import type { TextReference } from '../../step/StepDefinition.ts'
import { listTexts } from '../../templates/listTexts.ts'
import type { HttpConfig } from './httpSchema.ts'
import { sendsBody } from './sendsBody.ts'

/** The templates of a request that will be sent. */
export function listHttpTexts(config: HttpConfig): readonly TextReference[] {
  const { url, query, headers, body, json, text } = config
  const template = (path: string, written: string) => ({ path, text: written, language: 'template' }) as const
  return [
    template('config.url', url),
    ...query.map(({ value }, index) => template(`config.query[${index}].value`, value)),
    ...headers.map(({ value }, index) => template(`config.headers[${index}].value`, value)),
    ...(sendsBody(config) && body === 'json' ? listTexts(json, 'config.json') : []),
    ...(sendsBody(config) && body === 'text' ? [template('config.text', text)] : []),
  ]
}
