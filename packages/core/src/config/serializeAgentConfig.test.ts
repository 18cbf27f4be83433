import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig } from '../../test/arbitraryAgentConfig.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { normalizeJson } from '../json/normalizeJson.ts'
import type { AgentConfig } from './AgentConfig.ts'
import { createAgentConfig } from './createAgentConfig.ts'
import { hashConfig } from './hashConfig.ts'
import { moveSteps } from './operations/moveSteps.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'
import { serializeAgentConfig } from './serializeAgentConfig.ts'

/** The example of the format's description, byte for byte. */
const documented = `{
  "version": 1,
  "name": "Support triage",
  "stateType": {
    "name": "SupportState",
    "fields": {
      "question": { "type": "string", "input": true },
      "category": { "type": "string" },
      "notes": { "type": "array", "reducer": "append" }
    }
  },
  "llmConfig": { "provider": "openai", "model": "gpt-4o-mini", "keyRef": "openai" },
  "memory": { "memoryType": "buffer", "maxTokens": 2000 },
  "graphConfig": { "recursionLimit": 50 },
  "steps": [
    { "id": "classify", "strategyType": "router",
      "config": { "prompt": "Which kind of request is this? {question}",
                  "routes": [{ "name": "refund" }, { "name": "other" }], "writes": "category" } },
    { "id": "refund", "strategyType": "llm",
      "config": { "systemPrompt": "You handle refunds.", "promptTemplate": "{question}" } },
    { "id": "answer", "strategyType": "llm", "nodeName": "General answer",
      "config": { "promptTemplate": "Answer briefly: {question}" } }
  ],
  "edges": [
    { "from": "START", "to": "classify" },
    { "from": "classify", "exit": "refund", "to": "refund" },
    { "from": "classify", "exit": "other", "to": "answer" }
  ],
  "layout": {
    "classify": [0, 0],
    "refund": [320, -80],
    "answer": [320, 80]
  }
}
`

function read(text: string): AgentConfig {
  const result = parseAgentConfig(text)
  if (!result.ok) throw result.error
  return result.config
}

/** The difference of two texts, as the lines that only one of them has. */
function changedLines(before: string, after: string): string[] {
  const old = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !old.has(line))
}

describe('bytes', () => {
  test('the documented example keeps its own', () => {
    expect(serializeAgentConfig(read(documented))).toBe(documented)
  })

  test('every file made here reads back to itself', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, (config) => {
        const text = serializeAgentConfig(config)
        expect(serializeAgentConfig(read(text))).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  test('nothing of a configuration is lost', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, (config) => {
        expect(read(serializeAgentConfig(config))).toEqual(config)
      }),
      { numRuns: 150 },
    )
  })

  test('they do not depend on the order of keys in memory', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, (config) => {
        const known = Object.entries(config).filter(([key]) => !key.startsWith('x-'))
        const unknown = Object.entries(config).filter(([key]) => key.startsWith('x-'))
        // The same entries in another order make the same type again.
        const shuffled = Object.fromEntries([...known.toReversed(), ...unknown]) as unknown as AgentConfig
        expect(serializeAgentConfig(shuffled)).toBe(serializeAgentConfig(config))
      }),
    )
  })

  test('an empty agent is four lines', () => {
    expect(serializeAgentConfig(createAgentConfig())).toBe(`{
  "version": 1,
  "stateType": {
    "name": "State",
    "fields": {}
  },
  "steps": []
}
`)
  })
})

describe('lines', () => {
  test('moving a card changes the line of its position only', () => {
    const config = read(documented)
    const moved = moveSteps(config, { refund: [1, 2] })
    expect(changedLines(documented, serializeAgentConfig(moved))).toEqual(['    "refund": [1, 2],'])
  })

  test('positions stand in the order of the steps, those of no step last', () => {
    const config = { ...read(documented), layout: { gone: [9, 9], answer: [1, 1], classify: [2, 2] } } as const
    const text = serializeAgentConfig(config)
    expect([...text.matchAll(/^ {4}"(\w+)": \[/gm)].map(([, id]) => id)).toEqual(['classify', 'answer', 'gone'])
  })

  test('no line is longer than 120 columns, but for one long text', () => {
    const words = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'array', items: { enum: [1, 2, 3] } } },
    }
    const deep = [words, words, [[[words]]]]
    const config = {
      ...createAgentConfig(),
      steps: [
        {
          id: 'a',
          strategyType: 'llm',
          config: { schema: { deep, more: { deep } }, routes: [words, words], list: Array(60).fill(1.5) },
        },
        {
          id: 'b',
          strategyType: 'llm',
          nodeName: 'N'.repeat(60),
          timeout: 5,
          config: { text: 'T'.repeat(200), next: 1 },
        },
      ],
      tools: [words],
    }
    const text = serializeAgentConfig(config)
    const long = text.split('\n').filter((line) => line.length > 120)
    expect(long).toEqual([`      "config": { "text": "${'T'.repeat(200)}",`])
    expect(read(text)).toEqual(config)
  })

  test('settings of several lines hang below their first', () => {
    const routes = ['refund', 'delivery', 'other'].map((name) => ({ name, description: `When it is about ${name}` }))
    const config = {
      ...createAgentConfig(),
      steps: [{ id: 'route', strategyType: 'router', config: { prompt: 'Which?', routes, writes: 'kind' } }],
    }
    expect(serializeAgentConfig(config)).toContain(`    { "id": "route", "strategyType": "router",
      "config": { "prompt": "Which?",
                  "routes": [{ "name": "refund", "description": "When it is about refund" },
                             { "name": "delivery", "description": "When it is about delivery" },
                             { "name": "other", "description": "When it is about other" }],
                  "writes": "kind" } }
`)
  })

  test('a schema for editors outside stands first, unknown keys before the layout', () => {
    const file = '{"layout":{"a":[1,2]},"mine":{"a":1},"stateType":{"name":"S"},"$schema":"./s.json"}'
    const text = serializeAgentConfig(read(file))
    const keys = [...text.matchAll(/^ {2}"([$\w]+)":/gm)].map(([, key]) => key)
    expect(keys).toEqual(['$schema', 'version', 'stateType', 'steps', 'mine', 'layout'])
  })
})

describe('hash', () => {
  test('does not count layout, notes, groups and written-out defaults', () => {
    const config = read(documented)
    const noted = { ...config, layout: {}, notes: [{ text: 'hello' }], groups: [] }
    expect(hashConfig(noted)).toBe(hashConfig(config))
    expect(hashConfig(read(documented.replace('"maxTokens": 2000', '"maxTokens": 2000, "enabled": true')))).toBe(
      hashConfig(config),
    )
    expect(hashConfig(config)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('does not count where cards of agents within the file stand', () => {
    const inner = createAgentConfig({ name: 'Inner', fields: {} })
    const placed = { ...inner, layout: { a: [0, 0] as const }, notes: [], groups: [] }
    const config = createAgentConfig()
    expect(hashConfig({ ...config, agents: { inner: placed } })).toBe(hashConfig({ ...config, agents: { inner } }))
    expect(hashConfig({ ...config, agents: { inner } })).not.toBe(hashConfig(config))
  })

  test('does not count the order of keys, at any depth', () => {
    const reverse = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reverse)
      if (!isJsonObject(value)) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, reverse(item ?? null)]),
      )
    }
    fc.assert(
      fc.property(arbitraryAgentConfig, (config) => {
        // The same entries in another order make the same type again.
        const reversed = reverse(normalizeJson(config)) as unknown as AgentConfig
        expect(hashConfig(reversed)).toBe(hashConfig(config))
      }),
    )
  })

  test('differs as soon as the meaning does', () => {
    const config = read(documented)
    const others = [
      documented.replace('You handle refunds.', 'You handle refunds!'),
      documented.replace('gpt-4o-mini', 'gpt-4o'),
      documented.replace('"exit": "refund", ', ''),
      documented.replace('"recursionLimit": 50', '"recursionLimit": 51'),
    ].map((text) => hashConfig(read(text)))
    expect(new Set([hashConfig(config), ...others]).size).toBe(5)
  })
})
