import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { runStep } from '../../testing/runStep.ts'
import { setStep } from './set.ts'

const state = { name: 'Ada', price: 3, count: 2, tags: ['a', 'b'] }

describe('values', () => {
  test.each<[string, string, Json]>([
    ['template', 'Dear {name}', 'Dear Ada'],
    ['template', 'for {price}', 'for 3'],
    ['template', '', ''],
    ['expression', 'price * count', 6],
    ['expression', 'tags', ['a', 'b']],
    ['expression', '{ total: price }', { total: 3 }],
  ])('as %s: %s', async (kind, value, expected) => {
    const { update } = await runStep(setStep, { values: [{ field: 'made', kind, value }] }, state)
    expect(update).toEqual({ made: expected })
  })

  test('may use the ones above them', async () => {
    const values = [
      { field: 'total', kind: 'expression', value: 'price * count' },
      { field: 'bill', value: '{name} pays {total}' },
      { field: 'total', kind: 'expression', value: 'total + 1' },
    ]
    const { update } = await runStep(setStep, { values }, state)
    expect(update).toEqual({ total: 7, bill: 'Ada pays 6' })
  })

  test.each([
    ['template', '{nope}', 'template.missing'],
    ['expression', 'nope + 1', 'expression.unknownVar'],
    ['expression', '1 +', 'expression.syntax'],
  ])('as %s: %s fails and says where', async (kind, value, code) => {
    const values = [
      { field: 'fine', value: 'ok' },
      { field: 'made', kind, value },
    ]
    await expect(runStep(setStep, { values }, state, { stepId: 'compute' })).rejects.toMatchObject({
      code,
      stepId: 'compute',
      path: 'config.values[1].value',
    })
  })

  test('a field may have any name without reaching an object behind', async () => {
    const values = [{ field: '__proto__', kind: 'expression', value: '{ hacked: true }' }]
    const { update } = await runStep(setStep, { values }, state)
    expect(Object.keys(update)).toEqual(['__proto__'])
    expect(update.hacked).toBeUndefined()
  })
})

describe('what the designer is told', () => {
  const { definition } = setStep
  const parse = (config: object) => definition.schema.parse(config)
  const values = [
    { field: 'a', value: '1' },
    { field: 'b', kind: 'expression', value: 'a' },
    { field: 'a', value: '2' },
  ]

  test('each text knows the fields above it', () => {
    expect(definition.texts?.(parse({ values }))).toEqual([
      { path: 'config.values[0].value', text: '1', language: 'template', provided: [] },
      { path: 'config.values[1].value', text: 'a', language: 'expression', provided: ['a'] },
      { path: 'config.values[2].value', text: '2', language: 'template', provided: ['a', 'b'] },
    ])
  })

  test('it writes each field once', () => {
    expect(definition.writes?.(parse({ values }))).toEqual(['a', 'b'])
  })

  test.each([
    [{}, 'Set *nothing* yet'],
    [{ values }, 'Set *a* and *b*'],
  ])('%j reads: %s', (config, summary) => {
    expect(definition.summarize(parse(config))).toBe(summary)
  })

  test('a value without a field is a problem', () => {
    const found = definition.validate?.(parse({ values: [{}, { field: 'a' }] }), {
      stepId: 's',
      agent: createAgentConfig(),
    })
    expect(found).toEqual([expect.objectContaining({ code: 'step.config', path: 'config.values[0].field' })])
  })
})
