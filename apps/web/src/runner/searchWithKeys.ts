import type { DocumentStore } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { toProblem } from '../problems/toProblem.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { FromEngine, SearchOrder } from './EngineMessage.ts'
import { redactValue } from './redactValue.ts'

/** Searches as a run would, without a run. */
export async function searchWithKeys(
  { ticket, search, question, keys }: SearchOrder,
  {
    documents,
    signal,
    tell,
  }: { readonly documents: DocumentStore; readonly signal: AbortSignal; tell(message: FromEngine): void },
): Promise<void> {
  try {
    const { createEmbedder, searchDocuments } = await import('@petal/core/runtime')
    const services = { keys: createSuppliedKeys(keys), fetch: fetch.bind(globalThis) }
    const { embedding } = search
    const hits = await searchDocuments(search, question, {
      documents,
      embed: async (texts) =>
        embedding === undefined ? [] : (await createEmbedder(embedding, services)).embed(texts, signal),
      onProgress: (done, total) => tell({ type: 'search-progress', ticket, done, total }),
    })
    tell({ type: 'searched', ticket, hits })
  } catch (fault) {
    const secrets = keys.map(({ value }) => value)
    tell({ type: 'searched', ticket, problem: redactValue(toProblem(fault, msg('The search failed')), secrets) })
  }
}
