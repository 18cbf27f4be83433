import * as z from 'zod'
import { embeddingProviders } from '../models/Embedder.ts'
import { dictionary, oneOf, text } from '../schema/fieldSchemas.ts'

const ways = ['words', 'meaning'] as const
const byMeaning = { visibleWhen: { field: 'by', in: ['meaning'] } }

/** How texts are found that have to do with a question. Never holds a key, only the name of one. */
export const searchConfigSchema = z.looseObject(
  {
    by: oneOf('by', ways)
      .default('words')
      .meta({
        title: 'Search by',
        description: 'Words need no model and no network. Meaning asks an embedding model.',
        labels: { words: 'Words in common', meaning: 'Meaning (embedding model)' },
      }),
    provider: oneOf('provider', embeddingProviders)
      .exactOptional()
      .meta({
        title: 'Provider',
        labels: {
          openai: 'OpenAI and compatible servers',
          google: 'Google Gemini',
          ollama: 'Ollama',
        },
        ...byMeaning,
      }),
    model: text()
      .exactOptional()
      .meta({
        title: 'Embedding model',
        placeholder: 'text-embedding-3-small',
        ...byMeaning,
      }),
    baseUrl: text()
      .exactOptional()
      .meta({
        title: 'Server address',
        description: 'For a compatible or local server, usually ending in /v1.',
        placeholder: 'http://localhost:1234/v1',
        ...byMeaning,
      }),
    keyRef: text()
      .exactOptional()
      .meta({
        title: 'Key',
        description: 'The name of a saved key. The key itself is never part of an agent.',
        widget: 'key',
        ...byMeaning,
      }),
  },
  dictionary,
)
