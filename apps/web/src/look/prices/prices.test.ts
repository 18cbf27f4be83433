import { describe, expect, test } from 'vitest'
import { costOf, formatCost, isBilled } from './costOf.ts'
import { readPrices } from './readPrices.ts'
import { sumCost } from './sumCost.ts'

const prices = { currency: '€', models: { 'openai gpt-4o-mini': { input: 0.2, output: 1 } } }
const usage = { inputTokens: 2_000_000, outputTokens: 500_000 }

describe('costOf', () => {
  test('counts what is sent and what is answered', () => {
    expect(costOf({ provider: 'openai', model: 'gpt-4o-mini' }, usage, prices)).toBeCloseTo(0.9)
  })

  test.each([
    ['a model without a price', { provider: 'openai', model: 'other' }, usage],
    ['a model named like what every object has', { provider: 'openai', model: 'toString' }, usage],
    ['tokens that nobody counted', { provider: 'openai', model: 'gpt-4o-mini' }, undefined],
  ])('says nothing of %s', (_, model, counted) => {
    expect(costOf(model, counted, prices)).toBeUndefined()
  })
})

describe('sumCost', () => {
  const known = { provider: 'openai', model: 'gpt-4o-mini', usage: { ...usage, totalTokens: 0 } }
  const free = { provider: 'practice', model: 'practice', usage: known.usage }

  test('adds up what is billed', () => {
    expect(sumCost([known, free, known], prices)).toBeCloseTo(1.8)
  })

  test.each([
    ['one has no price', [known, { ...known, model: 'other' }]],
    ['one was not counted', [known, { provider: 'openai', model: 'gpt-4o-mini' }]],
    ['nothing is billed', [free]],
    ['nothing was asked', []],
  ])('says nothing when %s', (_, calls) => {
    expect(sumCost(calls, prices)).toBeUndefined()
  })
})

test.each([
  [0, '€0.00'],
  [0.000123, '€0.00012'],
  [0.5, '€0.5'],
  [12.345, '€12.35'],
])('an amount of %s', (amount, said) => {
  expect(formatCost(amount, '€')).toBe(said)
})

test.each([
  ['openai', true],
  ['practice', false],
  ['ollama', false],
  ['browser', false],
  ['unheard-of', false],
])('whether %s sends a bill', (provider, billed) => {
  expect(isBilled(provider)).toBe(billed)
})

describe('readPrices', () => {
  test('reads what was kept', () => {
    expect(readPrices(JSON.stringify(prices))).toEqual(prices)
  })

  test.each([null, '', '{', '[]', '{"models":7}', 'null'])('begins anew with %s', (text) => {
    expect(readPrices(text)).toEqual({ currency: '$', models: {} })
  })

  test('leaves out what is no price', () => {
    const models = { a: { input: -1, output: 1 }, b: { input: '1', output: 1 }, c: { input: 1, output: 2 }, d: null }
    expect(readPrices(JSON.stringify({ currency: '€uro', models }))).toEqual({
      currency: '€ur',
      models: { c: { input: 1, output: 2 } },
    })
  })
})
