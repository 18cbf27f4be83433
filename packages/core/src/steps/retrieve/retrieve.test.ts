import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { sha256 } from '../../config/sha256.ts'
import { createMemoryDocuments } from '../../documents/createMemoryDocuments.ts'
import type { DocumentStore } from '../../documents/DocumentStore.ts'
import type { Embedder } from '../../models/Embedder.ts'
import { describeStep } from '../../testing/describeStep.ts'
import { runStep } from '../../testing/runStep.ts'
import { retrieveStep } from './retrieve.ts'

describeStep(retrieveStep, { describe, test })

const terms =
  'Mugs can be returned within 30 days, in their box.\n\nBroken mugs are replaced for free; send us a picture.\n\nWe ship to Europe.'
const config = {
  documents: [{ name: 'terms.txt', text: terms }],
  query: '{question}',
  writes: 'found',
  size: 100,
  overlap: 0,
}

/** A store that writes down what it was asked. */
function watch(store: DocumentStore) {
  const calls: string[] = []
  const documents: DocumentStore = {
    readText: async (hash) => {
      calls.push('text')
      return store.readText(hash)
    },
    readIndex: async (key) => {
      calls.push('index')
      return store.readIndex(key)
    },
    writeIndex: async (key, index) => {
      calls.push('write')
      await store.writeIndex(key, index)
    },
  }
  return { documents, calls }
}

test('passages come best first, with their source and a score', async () => {
  const { update } = await runStep(retrieveStep, { ...config, size: 100 }, { question: 'broken mug, free?' })
  expect(update.found).toEqual([
    {
      text: 'Broken mugs are replaced for free; send us a picture.\n\nWe ship to Europe.',
      source: 'terms.txt',
      score: expect.any(Number),
    },
    { text: 'Mugs can be returned within 30 days, in their box.', source: 'terms.txt', score: expect.any(Number) },
  ])
})

test.each([
  [{ question: 'zebra' }, {}, 0],
  [{ question: ' ' }, {}, 0],
  [{ question: 'mugs' }, { minScore: 1 }, 0],
  [{ question: 'mugs Europe' }, { limit: 1 }, 1],
  [{ question: 'mugs Europe days' }, { by: 'sentences' }, 2],
])('%o with %o', async (state, settings, count) => {
  const { update } = await runStep(retrieveStep, { ...config, ...settings }, state)
  expect(update.found).toHaveLength(count)
})

test('an index is made once, and again when documents or settings change', async () => {
  const store = createMemoryDocuments()
  const run = async (settings: object, documents: DocumentStore) => {
    await runStep(retrieveStep, { ...config, ...settings }, { question: 'mugs' }, { documents })
  }
  const first = watch(store)
  await run({}, first.documents)
  expect(first.calls).toEqual(['index', 'write'])
  const later = watch(store)
  await run({ limit: 9 }, later.documents)
  await run({ limit: 2 }, later.documents)
  expect(later.calls).toEqual(['index'])
  await run({ size: 200 }, later.documents)
  await run({ documents: [{ name: 'b', text: 'mugs' }] }, later.documents)
  expect(later.calls).toEqual(['index', 'index', 'write', 'index', 'write'])
})

test('side by side, it is made once', async () => {
  const { documents, calls } = watch(createMemoryDocuments())
  const runs = Array.from({ length: 5 }, () => runStep(retrieveStep, config, { question: 'mugs' }, { documents }))
  await Promise.all(runs)
  expect(calls).toEqual(['index', 'write'])
})

test('a document that the file only names comes from the store', async () => {
  const named = { ...config, documents: [{ name: 'terms.txt', hash: sha256(terms), length: terms.length }] }
  const documents = createMemoryDocuments([terms])
  const { update } = await runStep(retrieveStep, named, { question: 'Europe' }, { documents })
  expect(update).toEqual((await runStep(retrieveStep, config, { question: 'Europe' })).update)
  await expect(runStep(retrieveStep, named, { question: 'Europe' })).rejects.toMatchObject({
    code: 'documents.missing',
    message: expect.stringContaining('terms.txt'),
  })
})

test('a store that fails to keep an index does not stop a search', async () => {
  const fail = async () => Promise.reject(new Error('full'))
  const documents: DocumentStore = { readText: async () => undefined, readIndex: fail, writeIndex: fail }
  const { update } = await runStep(retrieveStep, config, { question: 'Europe' }, { documents })
  expect(update.found).toHaveLength(1)
})

/** Knows three subjects; a text's vector says which it speaks of. */
function createEmbedder(): Embedder & { readonly asked: number[] } {
  const asked: number[] = []
  const subjects = [/mug|cup/i, /europe|countr/i, /return|back/i]
  return {
    asked,
    embed: async (texts) => {
      asked.push(texts.length)
      return texts.map((text) => subjects.map((subject) => (subject.test(text) ? 1 : 0.01)))
    },
  }
}

const byMeaning = { ...config, ranking: 'model', embedding: { provider: 'ollama' } }

test('by meaning, it finds what shares no word, and asks for vectors of documents once', async () => {
  const documents = createMemoryDocuments()
  const embedder = createEmbedder()
  const search = () =>
    runStep(
      retrieveStep,
      { ...byMeaning, size: 100, limit: 1 },
      { question: 'to which countries' },
      { documents, embedder },
    )
  const first = await search()
  expect(first.update.found).toMatchObject([{ text: expect.stringContaining('Europe') }])
  await search()
  expect(embedder.asked).toEqual([2, 1, 1])
})

test('many passages are prepared in portions, and told', async () => {
  const text = Array.from({ length: 150 }, (_, index) => `Mug number ${index} ${'x'.repeat(80)}`).join('\n\n')
  const embedder = createEmbedder()
  const documents = [{ name: 'long', text }]
  const { logs } = await runStep(retrieveStep, { ...byMeaning, documents }, { question: 'cup' }, { embedder })
  expect(embedder.asked).toEqual([64, 64, 22, 1])
  expect(logs.map(({ message }) => message)).toEqual([
    'Prepared 64 of 150 passages',
    'Prepared 128 of 150 passages',
    'Prepared 150 of 150 passages',
  ])
})

describe('what its settings say before a run', () => {
  const { definition } = retrieveStep
  const parse = (settings: object) => definition.schema.parse({ ...config, ...settings })
  const two = [...config.documents, { name: 'more.txt', text: 'More.' }]

  test.each<[object, string]>([
    [{}, 'Search *terms.txt* for {question}'],
    [{ query: ' ' }, 'Search *terms.txt*'],
    [{ documents: [{ name: '', text: 'x' }] }, 'Search *a document* for {question}'],
    [{ documents: two }, 'Search *2 documents* for {question}'],
    [{ documents: [] }, 'Search *no documents* yet for {question}'],
  ])('%j reads "%s"', (settings, summary) => {
    expect(definition.summarize(parse(settings))).toBe(summary)
  })

  test.each<[object, readonly string[]]>([
    [{}, []],
    [{ documents: [] }, ['error config.documents: Add a document']],
    [
      { documents: [...two, { name: 'lost.txt' }, { name: '' }] },
      ['error config.documents: The document "lost.txt"', 'error config.documents: The document "4"'],
    ],
    [{ query: ' ' }, ['error config.query: Write what to look for']],
    [{ writes: '' }, ['error config.writes: Choose the field']],
    [{ size: 100, overlap: 100 }, ['warning config.overlap: The overlap must be shorter']],
    [{ ranking: 'model', embedding: { baseUrl: 'nowhere' } }, ['error config.embedding.baseUrl: "nowhere" is not']],
    [{ ranking: 'model', embedding: { baseUrl: 'http://localhost:1234/v1' } }, []],
    // An address that nobody asks need not be one.
    [{ ranking: 'words', embedding: { baseUrl: 'nowhere' } }, []],
  ])('%j has its problems', (settings, expected) => {
    const agent = createAgentConfig()
    const problems = definition.validate?.(parse(settings), { stepId: 's', agent }) ?? []
    expect(problems).toHaveLength(expected.length)
    for (const [index, { severity, path, message }] of problems.entries()) {
      expect(`${severity} ${path}: ${message}`.startsWith(expected[index] ?? '-')).toBe(true)
    }
  })

  test.each<[object, object[]]>([
    [{ ranking: 'words', embedding: { provider: 'openai' } }, []],
    [{ ranking: 'model', embedding: { baseUrl: 'nowhere' } }, []],
    [
      { ranking: 'model', embedding: { provider: 'ollama' } },
      [{ host: 'localhost:11434', keyRef: 'ollama', needsKey: 'optional' }],
    ],
    [
      { ranking: 'model', embedding: { baseUrl: 'http://localhost:1234/v1', keyRef: 'mine' } },
      [{ host: 'localhost:1234', keyRef: 'mine', needsKey: 'optional' }],
    ],
    [
      { ranking: 'model', embedding: { provider: 'openai' } },
      [{ host: 'api.openai.com', keyRef: 'openai', needsKey: 'required' }],
    ],
  ])('%j asks %j', (settings, hosts) => {
    expect(definition.hosts?.(parse(settings))).toEqual(hosts)
  })
})
