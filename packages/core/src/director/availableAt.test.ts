import { describe, expect, it } from 'vitest'
import { availableAt } from './availableAt.ts'
import { createTestRegistry, type TestAgent, toTestConfig } from './plan/testAgentConfig.ts'

const registry = createTestRegistry()

/** What is available, as `name←source`, with a question mark where it is not certain. */
function listAt(agent: TestAgent, step: string): string {
  const fields = availableAt(toTestConfig(agent), registry, step)
  return fields.map(({ name, source, certain }) => `${name}←${source}${certain ? '' : '?'}`).join(' ')
}

const text = { type: 'string' } as const
const writes = (...names: readonly string[]) => ({ config: { writes: names } })

describe('fields available at a step', () => {
  it.each<[string, TestAgent, string, string]>([
    [
      'inputs, start values and what earlier steps write, the nearest of them',
      {
        fields: {
          q: { ...text, input: true },
          n: { type: 'number', default: 1 },
          list: { type: 'messages' },
          a: text,
          z: text,
        },
        steps: { one: writes('a'), two: writes('a'), three: writes('z') },
      },
      'three',
      'q←input n←default list←default a←two',
    ],
    [
      'what only one of two ways writes, as uncertain',
      {
        fields: { a: text, b: text },
        steps: { c: { strategyType: 'choose' }, x: writes('a', 'b'), y: writes('b'), e: {} },
        edges: 'START>c c.x>x c.y>y x>e y>e',
      },
      'e',
      'a←x? b←x',
    ],
    [
      'what the loop writes, at its first step, as uncertain',
      { fields: { a: text }, steps: { s: {}, t: writes('a') }, edges: 'START>s s>t t>s' },
      's',
      'a←t?',
    ],
    [
      'nothing of branches that run at the same time',
      { fields: { a: text }, steps: { s: {}, t: writes('a') }, edges: 'START>s,t' },
      's',
      '',
    ],
    [
      'anything, after a step that may write anything',
      { fields: { a: text }, steps: { s: { strategyType: 'opaque' }, t: {} } },
      't',
      'a←s?',
    ],
    [
      'what leads to a step that is not connected to the start yet',
      { fields: { a: text }, steps: { r: {}, s: writes('a'), t: {} }, edges: 'START>r s>t' },
      't',
      'a←s?',
    ],
    [
      'an input that a step before writes again',
      { fields: { a: { ...text, input: true } }, steps: { s: writes('a'), t: {} } },
      't',
      'a←s',
    ],
    ['nothing at a step that is not there', { fields: { a: { ...text, input: true } }, steps: { s: {} } }, 'x', ''],
  ])('%s', (_, agent, step, expected) => {
    expect(listAt(agent, step)).toBe(expected)
  })

  it('come with their types and descriptions, and messages when a model step is there', () => {
    const agent: TestAgent = {
      fields: { q: { type: 'string', input: true, description: 'What to ask' } },
      steps: { s: { strategyType: 'llm', config: { promptTemplate: '{q}' } } },
    }
    expect(availableAt(toTestConfig(agent), registry, 's')).toEqual([
      { name: 'q', type: 'string', description: 'What to ask', source: 'input', kind: 'input', certain: true },
      { name: 'messages', type: 'messages', source: 'default', kind: 'default', certain: true },
    ])
  })
})
