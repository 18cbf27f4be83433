import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import { resolveProvider } from '../../models/resolveProvider.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, excerpt } from '../../step/emphasize.ts'
import type { StepHost } from '../../step/StepDefinition.ts'
import { type RetrieveConfig, retrieveSchema } from './retrieveSchema.ts'
import { toEmbedding } from './toEmbedding.ts'
import { toSearch } from './toSearch.ts'

/** The step type that searches in documents. */
export const retrieveStep = defineStep({
  name: 'retrieve',
  version: 1,
  title: 'Search documents',
  description: 'Finds the passages of your documents that answer a question.',
  category: 'data',
  icon: 'file-search',
  schema: retrieveSchema,
  writes: ({ writes }) => (writes === '' ? [] : [writes]),
  texts: ({ query }) => [{ path: 'config.query', text: query, language: 'template' }],
  hosts: listHosts,
  search: toSearch,
  validate: findProblems,
  summarize: ({ documents, query }) => {
    const [first] = documents
    const name = excerpt(first?.name || t('a document'), 50)
    const what =
      first === undefined
        ? t('*no documents* yet')
        : emphasize(documents.length === 1 ? name : t('{count} documents', { count: documents.length }))
    return query.trim() === ''
      ? t('Search {what}', { what })
      : t('Search {what} for {query}', { what, query: excerpt(query) })
  },
  run: async (state, context) => (await import('./runRetrieve.ts')).runRetrieve(state, context),
  examples: [
    {
      title: 'Find what the terms say about a question',
      config: {
        documents: [
          { name: 'Terms', text: 'Mugs can be returned within 30 days.\n\nBroken mugs are replaced for free.' },
        ],
        query: '{question}',
        writes: 'passages',
      },
    },
    {
      title: 'Find by meaning, with a model on this computer',
      config: {
        documents: [{ name: 'Notes', text: 'The cat sleeps on the sofa.' }],
        query: 'Where does the pet rest?',
        writes: 'passages',
        ranking: 'model',
        embedding: { provider: 'ollama' },
      },
    },
  ],
})

function listHosts({ ranking, embedding }: RetrieveConfig): readonly StepHost[] {
  if (ranking === 'words' || (embedding.baseUrl !== '' && parseBaseUrl(embedding.baseUrl) === undefined)) return []
  const { host, keyRef, needsKey } = resolveProvider(toEmbedding(embedding))
  return [needsKey === 'none' ? { host } : { host, keyRef, needsKey }]
}

function findProblems(config: RetrieveConfig): readonly Problem[] {
  const { documents, query, writes, ranking, embedding, size, overlap } = config
  const problems: Problem[] = []
  const add = (path: string, message: string, severity: Problem['severity'] = 'error') =>
    problems.push({ code: 'step.config', severity, path: `config.${path}`, message })
  if (documents.length === 0) add('documents', t('Add a document to search in.'))
  for (const [index, { name, text, hash }] of documents.entries()) {
    if (text === undefined && hash === undefined) {
      add(
        'documents',
        t('The document "{name}" has no text: add its file again, or remove it.', { name: name || index + 1 }),
      )
    }
  }
  if (query.trim() === '') add('query', t('Write what to look for, such as {question}.'))
  if (writes === '') add('writes', t('Choose the field that the passages go into.'))
  if (overlap >= size) add('overlap', t('The overlap must be shorter than a passage.'), 'warning')
  if (ranking === 'model' && embedding.baseUrl !== '' && parseBaseUrl(embedding.baseUrl) === undefined) {
    add(
      'embedding.baseUrl',
      t('"{baseUrl}" is not an address. Write it like http://localhost:1234/v1.', { baseUrl: embedding.baseUrl }),
    )
  }
  return problems
}
