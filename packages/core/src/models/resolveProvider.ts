import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { parseBaseUrl } from './parseBaseUrl.ts'
import { type ProviderRow, providerTable } from './providerTable.ts'

/** Where a model with these settings is asked, and by which key. */
export interface ProviderTarget {
  readonly row: ProviderRow
  /** Without a slash at its end; empty for a model that makes no request. */
  readonly baseUrl: string
  /** Host and port; empty for a model that makes no request. */
  readonly host: string
  readonly keyRef: string
  readonly needsKey: ProviderRow['needsKey']
}

/**
 * The server and the key reference that these settings lead to. A server other than the provider's own may do without
 * a key. Throws `provider.badRequest` when the base URL is not an http(s) address.
 */
export function resolveProvider(config: Pick<LLMConfig, 'provider' | 'baseUrl' | 'keyRef'>): ProviderTarget {
  const row = providerTable[config.provider]
  const keyRef = config.keyRef ?? row.keyRef ?? config.provider
  const address = (row.baseUrlEditable ? config.baseUrl : undefined) ?? row.baseUrl
  if (address === undefined) return { row, baseUrl: '', host: '', keyRef, needsKey: row.needsKey }
  const url = parseBaseUrl(address)
  if (url === undefined) {
    throw new AgentError(
      'provider.badRequest',
      word('The base URL "{address}" is not an address: write it like {baseUrl}.', { address, baseUrl: row.baseUrl }),
      {
        path: 'llmConfig.baseUrl',
      },
    )
  }
  const own = row.baseUrl !== undefined && url.host === parseBaseUrl(row.baseUrl)?.host
  const needsKey = row.needsKey === 'required' && !own ? 'optional' : row.needsKey
  return { row, baseUrl: address.replace(/\/+$/, ''), host: url.host, keyRef, needsKey }
}
