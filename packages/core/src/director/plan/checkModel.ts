import type { LLMConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import { providerTable } from '../../models/providerTable.ts'

/** What is wrong with settings as they will be used, as far as these settings said so themselves. */
export function checkModel(resolved: LLMConfig, own: Partial<LLMConfig>): readonly Problem[] {
  const row = providerTable[resolved.provider]
  const problems: Problem[] = []
  if (row === undefined) return problems
  if (own.model !== undefined && resolved.model.trim() === '') {
    problems.push({
      code: 'provider.unsupported',
      severity: 'error',
      path: 'model',
      message: t('No model is named. {label} offers {defaultModel}, for one.', {
        label: row.label,
        defaultModel: row.defaultModel,
      }),
      cause: { available: row.models.map(({ id }) => id) },
    })
  }
  if (own.baseUrl !== undefined && own.baseUrl !== '') problems.push(...checkAddress(row, own.baseUrl))
  if (own.provider !== undefined && !row.reachableFromBrowser) {
    const message = t('{label} does not answer web pages: an agent that uses it runs in Node only.', {
      label: row.label,
    })
    problems.push({ code: 'provider.unsupported', severity: 'warning', path: 'provider', message })
  }
  return problems
}

function checkAddress(row: (typeof providerTable)[LLMConfig['provider']], baseUrl: string): readonly Problem[] {
  if (!row.baseUrlEditable) {
    const message = t('{label} has no address: this one is not used.', { label: row.label })
    return [{ code: 'provider.unsupported', severity: 'info', path: 'baseUrl', message }]
  }
  if (parseBaseUrl(baseUrl) !== undefined) return []
  const message = t('"{baseUrl}" is not an address. Write it like {example}.', {
    baseUrl,
    example: row.baseUrl ?? 'http://localhost:8080/v1',
  })
  return [{ code: 'provider.badRequest', severity: 'error', path: 'baseUrl', message }]
}
