import type { LLMConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
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
      message: `No model is named. ${row.label} offers ${row.defaultModel}, for one.`,
      cause: { available: row.models.map(({ id }) => id) },
    })
  }
  if (own.baseUrl !== undefined && own.baseUrl !== '') problems.push(...checkAddress(row, own.baseUrl))
  if (own.provider !== undefined && !row.reachableFromBrowser) {
    const message = `${row.label} does not answer web pages: an agent that uses it runs in Node only.`
    problems.push({ code: 'provider.unsupported', severity: 'warning', path: 'provider', message })
  }
  return problems
}

function checkAddress(row: (typeof providerTable)[LLMConfig['provider']], baseUrl: string): readonly Problem[] {
  if (!row.baseUrlEditable) {
    const message = `${row.label} has no address: this one is not used.`
    return [{ code: 'provider.unsupported', severity: 'info', path: 'baseUrl', message }]
  }
  if (parseBaseUrl(baseUrl) !== undefined) return []
  const message = `"${baseUrl}" is not an address. Write it like ${row.baseUrl ?? 'http://localhost:8080/v1'}.`
  return [{ code: 'provider.badRequest', severity: 'error', path: 'baseUrl', message }]
}
