import type { DocumentHit } from '../../documents/DocumentSearch.ts'
import { searchDocuments } from '../../documents/searchDocuments.ts'
import type { Json } from '../../json/Json.ts'
import { msg } from '../../language/msg.ts'
import { t } from '../../language/t.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { RetrieveConfig } from './retrieveSchema.ts'
import { toEmbedding } from './toEmbedding.ts'
import { toSearch } from './toSearch.ts'

/** Searches the documents for what the question asks. */
export async function runRetrieve(state: State, context: StepContext<RetrieveConfig>): Promise<Update> {
  const { config, stepId, nodeName, documents, models } = context
  const question = renderTemplate(config.query, state, {
    stepId,
    nodeName,
    kind: msg('Question'),
    path: 'config.query',
  })
  const { embedding } = config
  const hits = await searchDocuments(toSearch(config), question, {
    documents,
    embed: (texts) => models.embed(toEmbedding(embedding), texts),
    onProgress: (done, total) => context.log('INFO', t('Prepared {done} of {total} passages', { done, total })),
  })
  return { [config.writes]: hits.map(toJson) }
}

function toJson({ text, source, score }: DocumentHit): Json {
  return { text, source, score }
}
