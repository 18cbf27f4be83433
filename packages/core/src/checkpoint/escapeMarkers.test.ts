import { DeltaSnapshot, JsonPlusSerializer } from '@langchain/langgraph-checkpoint'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkers, restoreMarkers } from './escapeMarkers.ts'

/** JSON in which the engine's own keys are as common as any. */
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 1, 'constructor', 'undefined', 'Send', 'delta_snapshot'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('lc', 'lg_name', 'type', 'id', 'value', 'node', 'args', 'petal:escaped:lc', 'a'),
      fc.oneof(
        fc.constantFrom(1, 2, 'constructor', 'undefined', 'delta_snapshot', 'Send', 'DeltaSnapshot'),
        tie('value'),
      ),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}))

test('whatever the data, a checkpointer gives back what it was given', async () => {
  const serde = new JsonPlusSerializer()
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      const [type, bytes] = await serde.dumpsTyped(escapeMarkers([value]))
      expect(restoreMarkers(await serde.loadsTyped(type, bytes))).toEqual([value])
    }),
  )
})

test('snapshots of growing fields are looked into', () => {
  const escaped = escapeMarkers(new DeltaSnapshot([{ lc: 1 }]))
  expect(escaped).toBeInstanceOf(DeltaSnapshot)
  expect((escaped as DeltaSnapshot).value).not.toEqual([{ lc: 1 }])
  expect(restoreMarkers(escaped)).toEqual(new DeltaSnapshot([{ lc: 1 }]))
})

test('data without such keys keeps its identity, and what is no data is left alone', () => {
  const plain = { a: [{ b: 1 }] }
  expect(escapeMarkers(plain)).toBe(plain)
  const date = new Date(0)
  expect(escapeMarkers(date)).toBe(date)
  expect(escapeMarkers(undefined)).toBeUndefined()
})
