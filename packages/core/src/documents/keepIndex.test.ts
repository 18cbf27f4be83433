import { expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import { createMemoryDocuments } from './createMemoryDocuments.ts'
import type { DocumentSearch } from './DocumentSearch.ts'
import type { DocumentStore } from './DocumentStore.ts'
import { searchDocuments } from './searchDocuments.ts'

const search: DocumentSearch = {
  path: 'config.documents',
  documents: [{ name: 'pets', text: 'The cat sleeps.\n\nThe dog barks.' }],
  splitting: { size: 20, overlap: 0, by: 'paragraphs' },
  embedding: { provider: 'ollama', model: 'm' },
  limit: 1,
}

/** One model for all: it knows cats from dogs, and fails as often as the test says. */
function createModel(...faults: readonly unknown[]) {
  const left = [...faults]
  const asked: string[][] = []
  const embed = async (texts: readonly string[]) => {
    asked.push([...texts])
    if (left.length > 0) throw left.shift()
    return texts.map((text) => (/cat/i.test(text) ? [1, 0] : [0, 1]))
  }
  return { asked, embed }
}

const stopped = new AgentError('run.stopped', 'Stopped')
const find = (documents: DocumentStore, { embed }: ReturnType<typeof createModel>, question = 'cats?') =>
  searchDocuments(search, question, { documents, embed })

test('an index that is being made for a run which is stopped is made for the others all the same', async () => {
  const documents = createMemoryDocuments()
  const model = createModel(stopped)
  const [first, ...others] = await Promise.allSettled([1, 2, 3].map(() => find(documents, model)))
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'run.stopped' } })
  for (const other of others) expect(other).toMatchObject({ value: [{ text: 'The cat sleeps.', source: 'pets' }] })
  // Twice for the documents, then each asked its question.
  expect(model.asked.filter((texts) => texts.length === 2)).toHaveLength(2)
})

test.each([new AgentError('provider.network', 'Nobody there'), new TypeError('odd')])(
  'a fault fails all who wait for it, and the next one tries anew: %s',
  async (fault) => {
    const documents = createMemoryDocuments()
    const model = createModel(fault)
    const both = await Promise.allSettled([find(documents, model), find(documents, model)])
    expect(both.map((one) => one.status === 'rejected' && one.reason)).toEqual([fault, fault])
    expect(await find(documents, model)).toHaveLength(1)
  },
)

test.each<[string, Json]>([
  ['no object', ['x']],
  ['no pieces', { words: {} }],
  ['neither words nor vectors', { pieces: [[0, 0, 15]] }],
])('an index in the store that is none is made anew: %s', async (_, kept) => {
  const written: Json[] = []
  const documents: DocumentStore = {
    readText: async () => undefined,
    readIndex: async () => kept,
    writeIndex: async (_key, index) => {
      written.push(index)
    },
  }
  expect(await find(documents, createModel())).toMatchObject([{ text: 'The cat sleeps.' }])
  expect(written).toHaveLength(1)
})

test('a question of nothing finds nothing, and asks nobody', async () => {
  const model = createModel()
  expect(await find(createMemoryDocuments(), model, ' ')).toEqual([])
  expect(model.asked).toEqual([])
})
