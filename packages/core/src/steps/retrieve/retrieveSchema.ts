import * as z from 'zod'
import { embeddingProviders } from '../../models/Embedder.ts'

const document = z.object({
  name: z.string().default('').meta({ title: 'Name' }),
  text: z.string().exactOptional().meta({ title: 'Text', widget: 'longText' }),
  hash: z.string().exactOptional().meta({ title: 'SHA-256 of the text' }),
  length: z.int().min(0).exactOptional().meta({ title: 'Characters' }),
})

/** The settings of a step that searches in documents. */
export const retrieveSchema = z.object({
  documents: z.array(document).default([]).meta({
    title: 'Documents',
    description: 'Short texts stand in the file; longer ones are kept on this device, and the file names them.',
    widget: 'documents',
  }),
  query: z.string().default('').meta({
    title: 'Question',
    description: 'What to look for, with {fields} of the state.',
    widget: 'prompt',
    placeholder: '{question}',
  }),
  writes: z.string().default('').meta({
    title: 'Save what is found in',
    description: 'A field for the list of { text, source, score }, best first.',
    widget: 'stateField',
  }),
  limit: z.int().min(1).max(50).default(4).meta({ title: 'Most passages', description: 'How many are saved at most.' }),
  ranking: z
    .enum(['words', 'model'])
    .default('words')
    .meta({
      title: 'Find by',
      description: 'By words needs no model and no network; by meaning asks a model for embeddings.',
      labels: { words: 'Words', model: 'Meaning' },
    }),
  embedding: z
    .object({
      provider: z
        .enum(embeddingProviders)
        .default('openai')
        .meta({
          title: 'Provider',
          labels: { openai: 'OpenAI and compatible servers', ollama: 'Ollama', google: 'Google Gemini' },
        }),
      model: z.string().default('').meta({ title: 'Model', placeholder: 'text-embedding-3-small' }),
      baseUrl: z.string().default('').meta({ title: 'Server address', placeholder: 'http://localhost:1234/v1' }),
      keyRef: z.string().default('').meta({ title: 'Key', widget: 'key' }),
    })
    .prefault({})
    .meta({ title: 'Model for embeddings', visibleWhen: { field: 'ranking', in: ['model'] } }),
  minScore: z.number().min(-1).max(1).exactOptional().meta({
    title: 'Least score',
    description: 'Passages below it are left out. By words a score goes from 0 to 1, by meaning from -1 to 1.',
    placeholder: 'any',
    advanced: true,
  }),
  size: z.int().min(100).max(20_000).default(1_000).meta({
    title: 'Length of a passage',
    description: 'In characters, at most.',
    advanced: true,
  }),
  overlap: z.int().min(0).max(10_000).default(150).meta({
    title: 'Overlap',
    description: 'Characters at the end of a passage that the next one begins with, at most.',
    advanced: true,
  }),
  by: z
    .enum(['paragraphs', 'sentences'])
    .default('paragraphs')
    .meta({
      title: 'Cut between',
      labels: { paragraphs: 'Paragraphs', sentences: 'Sentences' },
      advanced: true,
    }),
})

/** The settings of a step that searches in documents, defaults filled in. */
export type RetrieveConfig = z.infer<typeof retrieveSchema>
