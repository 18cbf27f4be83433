import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { toMermaid } from './toMermaid.ts'

const step = (id: string, nodeName?: string) => ({
  id,
  strategyType: 'set',
  config: {},
  ...(nodeName === undefined ? {} : { nodeName }),
})

const agent = (parts: Partial<AgentConfig>): AgentConfig => ({ ...createAgentConfig(), ...parts })

test('steps that choose are diamonds, and their exits are named', () => {
  const config = agent({
    steps: [step('classify'), step('refund'), step('answer', 'General "answer"')],
    edges: [
      { from: 'START', to: 'classify' },
      { from: 'classify', exit: 'refund', to: 'refund' },
      { from: 'classify', exit: 'other', to: 'answer' },
      { from: 'answer', to: 'classify' },
      { from: 'gone', to: 'refund' },
    ],
  })
  expect(toMermaid(config)).toBe(`flowchart TD
  start([Start])
  s0{"classify"}
  s1["refund"]
  s2["General #34;answer#34;"]
  start --> s0
  s0 -->|"refund"| s1
  s0 -->|"other"| s2
  s2 --> s0
`)
})

test('a registry names the steps that have no name, and leaves unknown types by their id', () => {
  const config = agent({ steps: [step('a'), { ...step('b'), strategyType: 'unknown' }] })
  expect(toMermaid(config, createDefaultRegistry())).toContain('s0["set_step_0"]\n  s1["b"]')
})

test('an agent without steps is an empty chart', () => {
  expect(toMermaid(agent({}))).toBe('flowchart TD\n')
})

test('whatever the name, a step is one line whose label cannot end early', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (nodeName) => {
      const line = toMermaid(agent({ steps: [step('a', nodeName)], edges: [] })).split('\n')[1]
      expect(line).toMatch(/^ {2}s0\["[^"<>`]*"\]$/)
    }),
  )
})
