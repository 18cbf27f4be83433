import type { AgentConfig, MemoryConfig, SearchConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { defaultEmbeddingModels } from '../../models/Embedder.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import { providerTable } from '../../models/providerTable.ts'
import { hasRoomForSummary } from '../memory/planSummary.ts'
import { checkModel } from './checkModel.ts'
import { resolveLLM } from './resolveLLM.ts'

/** What is suggested where a summary has no room. */
const ENOUGH = 500

/** That the memory can do what its settings say. Settings of a type that is not chosen are not looked at. */
export function checkMemory({ memory, llmConfig }: AgentConfig): readonly Problem[] {
  if (memory?.enabled !== true) return []
  switch (memory.memoryType) {
    case 'conversation':
    case 'buffer':
      return []
    case 'summary': {
      const own = memory.llmConfig ?? {}
      const found = checkModel(resolveLLM(own, llmConfig), own)
      return [...checkRoom(memory), ...found.map((problem) => at('memory.llmConfig', problem))]
    }
    case 'vector':
      return memory.search === undefined ? [] : checkSearch(memory.search)
  }
}

function checkRoom({ maxTokens }: MemoryConfig): readonly Problem[] {
  if (hasRoomForSummary(maxTokens)) return []
  const path = 'memory.maxTokens'
  const message = t('Within {maxTokens} tokens there is no room for a summary: only the newest turns are sent.', {
    maxTokens,
  })
  const fix = { label: t('Allow {enough} tokens', { enough: ENOUGH }), change: { path, value: ENOUGH } }
  return [{ code: 'step.config', severity: 'warning', path, message, fix }]
}

function checkSearch({ by, provider, model, baseUrl }: SearchConfig): readonly Problem[] {
  if (by === 'words') return []
  if (provider === undefined) {
    const message = t('Search by meaning needs an embedding model: choose its provider, or search by words.')
    const fix = { label: t('Search by words'), change: { path: 'memory.search.by', value: 'words' } }
    return [{ code: 'step.config', severity: 'error', path: 'memory.search.provider', message, fix }]
  }
  const { label, baseUrlEditable } = providerTable[provider]
  const problems: Problem[] = []
  if (model === undefined || model.trim() === '') {
    const path = 'memory.search.model'
    const offered = defaultEmbeddingModels[provider]
    const message = t('No embedding model is named. {label} offers {offered}, for one.', { label, offered })
    const fix = { label: t('Use {offered}', { offered }), change: { path, value: offered } }
    problems.push({ code: 'provider.unsupported', severity: 'error', path, message, fix })
  }
  if (baseUrl !== undefined && baseUrl !== '' && baseUrlEditable && parseBaseUrl(baseUrl) === undefined) {
    const message = t('"{baseUrl}" is not an address. Write it like {example}.', {
      baseUrl,
      example: providerTable[provider].baseUrl ?? '',
    })
    problems.push({ code: 'provider.badRequest', severity: 'error', path: 'memory.search.baseUrl', message })
  }
  return problems
}

function at(place: string, problem: Problem): Problem {
  return { ...problem, path: problem.path === undefined ? place : `${place}.${problem.path}` }
}
