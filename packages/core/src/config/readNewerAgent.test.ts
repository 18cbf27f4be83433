import { describe, expect, test } from 'vitest'
import { agentFile } from '../../test/readAgent.ts'
import { readNewerAgent } from './readNewerAgent.ts'

const step = { id: 'ask', strategyType: 'llm', config: { promptTemplate: 'Hello' } }

describe('an agent of a newer format', () => {
  test('is read as far as it is understood, and says its version', () => {
    const newer = readNewerAgent(agentFile({ version: 7, name: 'Later', steps: [step], mood: { today: 'good' } }))
    expect(newer).toMatchObject({
      version: 7,
      config: { version: 1, name: 'Later', steps: [step], mood: { today: 'good' } },
      leftOut: [],
    })
  })

  test('leaves out what it does not understand, and names it', () => {
    const newer = readNewerAgent(
      agentFile({
        version: 2,
        steps: [{ id: 'a', strategyType: 'llm', config: 'in another way' }, step, { id: 5 }],
        memory: { memoryType: 'dreams' },
        graphConfig: { recursionLimit: 'often' },
        edges: 'drawn',
      }),
    )
    expect(newer?.config).toMatchObject({ steps: [{ id: 'a' }, step], memory: null })
    expect(newer?.config).not.toHaveProperty('edges')
    expect(newer?.leftOut).toEqual(
      expect.arrayContaining(['steps[0].config', 'memory', 'graphConfig.recursionLimit', 'edges']),
    )
  })

  test('may have a state type of another shape', () => {
    const newer = readNewerAgent(JSON.stringify({ version: 2, stateType: ['a', 'b'], steps: [step] }))
    expect(newer?.config).toMatchObject({ stateType: { fields: {} }, steps: [step] })
    expect(newer?.leftOut).toEqual(['stateType'])
  })

  test.each([
    ['of our own version', agentFile({ steps: [step] })],
    ['no JSON', 'Dear Sir or Madam'],
    ['a list', '[1]'],
    ['with two steps of one id', agentFile({ version: 2, steps: [step, step] })],
    ['with a key of the prototype', '{"version": 2, "__proto__": {}}'],
  ])('is not: %s', (_, text) => {
    expect(readNewerAgent(text)).toBeUndefined()
  })

  test('with a byte order mark is one too', () => {
    expect(readNewerAgent(new TextEncoder().encode(`\uFEFF${agentFile({ version: 2 })}`))?.version).toBe(2)
  })
})
