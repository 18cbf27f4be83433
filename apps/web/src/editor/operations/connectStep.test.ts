import { type AgentConfig, createAgentConfig, createDefaultRegistry, type EdgeConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createStepFacts } from '../createStepFacts.ts'
import { edgeId } from '../edgeId.ts'
import { edgesOfAgent } from '../selectors.ts'
import { connectStep, disconnectEdges } from './connectStep.ts'

const facts = createStepFacts(createDefaultRegistry())

function agent(edges?: readonly string[]): AgentConfig {
  const steps = ['human', 'llm', 'set'].map((strategyType) => ({ id: strategyType, strategyType, config: {} }))
  return { ...createAgentConfig(), steps, ...(edges ? { edges: edges.map(toEdge) } : {}) }
}

/** `human:approved→END` */
function toEdge(wire: string): EdgeConfig {
  const [source = '', to = ''] = wire.split('→')
  const [from = '', exit] = source.split(':')
  return exit === undefined ? { from, to } : { from, exit, to }
}

function wires(config: AgentConfig): readonly string[] {
  return edgesOfAgent(config).map(edgeId)
}

describe('a way to the end and one on from the same exit give way to each other', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['on, by the same exit', ['human:approved→END'], 'human:approved→llm', ['human:approved→llm']],
    ['on, by the only exit', ['llm→END'], 'llm→set', ['llm→set']],
    ['on, by another exit', ['human:approved→END'], 'human:rejected→llm', ['human:approved→END', 'human:rejected→llm']],
    ['on, by one of all', ['human→END'], 'human:rejected→llm', ['human:approved→END', 'human:rejected→llm']],
    [
      'on, by one of all that has a way of its own',
      ['human→END', 'human:approved→END'],
      'human:rejected→llm',
      ['human:approved→END', 'human:rejected→llm'],
    ],
    ['on, by all', ['human:approved→END', 'human:rejected→END'], 'human→llm', ['human→llm']],
    ['to the end, by the same exit', ['human:approved→llm'], 'human:approved→END', ['human:approved→END']],
    ['to the end, by one of all', ['human→llm'], 'human:rejected→END', ['human:approved→llm', 'human:rejected→END']],
    ['a second one on', ['llm→set'], 'llm→human', ['llm→set', 'llm→human']],
  ])('%s', (_, before, wire, after) => {
    expect(wires(connectStep(agent(before), facts, toEdge(wire)))).toEqual(after)
  })

  test('the exit for errors is not one of all', () => {
    const plain = agent(['llm→END'])
    const steps = plain.steps.map((step) => (step.id === 'llm' ? { ...step, onError: { action: 'exit' } } : step))
    const connected = connectStep({ ...plain, steps } as AgentConfig, facts, toEdge('llm:error→set'))
    expect(wires(connected)).toEqual(['llm→END', 'llm:error→set'])
  })
})

test('the implied way of all exits to the end is still there when another edge is written out', () => {
  const steps = agent().steps.toReversed()
  const chain = { ...agent(), steps }
  expect(wires(chain)).toEqual(['START→set', 'set→llm', 'llm→human', 'human→END'])
  expect(wires(disconnectEdges(chain, facts, ['set→llm']))).toEqual(['START→set', 'llm→human', 'human→END'])
})
