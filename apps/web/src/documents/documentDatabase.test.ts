import 'fake-indexeddb/auto'
import { createDefaultRegistry, parseAgentConfig } from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { createDocumentDatabase, type DocumentDatabase } from './documentDatabase.ts'
import { includeTexts, keepTexts } from './includeTexts.ts'
import { keepDocument } from './keepDocument.ts'
import { listDocuments } from './replaceDocuments.ts'

let database: DocumentDatabase

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  database = createDocumentDatabase('test')
})

it('gives a text back by its hash, and says which texts are here', async () => {
  const hash = await database.putText('Größe 😀')
  expect(await database.readText(hash)).toBe('Größe 😀')
  expect(await database.readText('other')).toBeUndefined()
  expect([...(await database.find([hash, 'other']))]).toEqual([hash])
})

it('keeps the indexes that were used last', async () => {
  for (let number = 0; number < 24; number += 1) await database.writeIndex(`k${number}`, { number })
  await database.readIndex('k0')
  await database.writeIndex('new', { number: 24 })
  expect(await database.readIndex('new')).toEqual({ number: 24 })
  expect(await database.readIndex('k0')).toEqual({ number: 0 })
})

it('lets short documents stand in the file, until they are too many', async () => {
  expect(await keepDocument({ name: 'a', text: 'short' }, [], database)).toEqual({ name: 'a', text: 'short' })
  const long = 'x'.repeat(4_001)
  const named = await keepDocument({ name: 'b', text: long }, [], database)
  expect(named).toEqual({ name: 'b', hash: expect.stringMatching(/^[0-9a-f]{64}$/), length: 4_001 })
  expect(await database.readText(named.hash ?? '')).toBe(long)
  const others = Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, text: 'x'.repeat(4_000) }))
  expect(await keepDocument({ name: 'c', text: 'short' }, others, database)).not.toHaveProperty('text')
})

it('takes long texts out of an agent and puts them back, in agents within the file, too', async () => {
  const registry = createDefaultRegistry()
  const long = 'All about mugs. '.repeat(400)
  const steps = [
    {
      id: 'search',
      strategyType: 'retrieve',
      config: {
        documents: [
          { name: 'short', text: 'tea' },
          { name: 'long', text: long },
        ],
        query: 'q',
        writes: 'f',
      },
    },
    { id: 'say', strategyType: 'output', config: { template: 'x' } },
  ]
  const stateType = { name: 'S', fields: { f: { type: 'array' }, output: { type: 'string' } } }
  const agents = { inner: { name: 'Inner', stateType, steps } }
  const parsed = parseAgentConfig({ version: 1, name: 'Outer', stateType, steps, agents })
  if (!parsed.ok) throw parsed.error
  const kept = await keepTexts(parsed.config, registry, database)
  expect(JSON.stringify(kept)).not.toContain('All about mugs')
  expect(listDocuments(kept, registry).map(({ name, text }) => [name, text])).toEqual([
    ['short', 'tea'],
    ['long', undefined],
    ['short', 'tea'],
    ['long', undefined],
  ])
  expect(kept.steps[1]).toBe(parsed.config.steps[1])
  const whole = await includeTexts(kept, registry, database)
  expect(listDocuments(whole, registry)).toEqual(listDocuments(parsed.config, registry))
  const elsewhere = createDocumentDatabase('elsewhere')
  expect(listDocuments(await includeTexts(kept, registry, elsewhere), registry)).toEqual(listDocuments(kept, registry))
})
