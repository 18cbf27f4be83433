import { t } from '../../language/t.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import type { StepHost } from '../../step/StepDefinition.ts'
import { parseTemplate } from '../../templates/parseTemplate.ts'
import type { HttpConfig } from './httpSchema.ts'

/** The server these settings lead to. Only a host that is written out is known before the step runs. */
export function listHosts({ url, key, followRedirects }: HttpConfig): readonly StepHost[] {
  if (url.trim() === '') return []
  const host = findHost(url)
  const asked: StepHost =
    host === undefined
      ? { from: url.slice(0, 100) }
      : {
          host,
          ...(key === undefined || key.keyRef === '' ? {} : { keyRef: key.keyRef, needsKey: 'required' as const }),
        }
  return followRedirects && key === undefined && host !== undefined
    ? [asked, { from: t('a redirect of {host}', { host }) }]
    : [asked]
}

/** The host of an address whose beginning, up to the path, names no field. */
export function findHost(url: string): string | undefined {
  const end = /^\s*https?:\/\/[^/?#]*/i.exec(url)?.[0].length
  if (end === undefined) return undefined
  const { references } = parseTemplate(url)
  if (references.some(({ start }) => start <= end)) return undefined
  return parseBaseUrl(url.slice(0, end).trim())?.host
}
