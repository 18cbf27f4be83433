import { type AgentConfig, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createStepFacts } from '../../editor/createStepFacts.ts'
import { edgesToDraw } from './edgesToDraw.ts'

const facts = createStepFacts(createDefaultRegistry())

function agent(types: Readonly<Record<string, string>>, wires?: readonly string[]): AgentConfig {
  const steps = Object.entries(types).map(([id, strategyType]) => ({ id, strategyType, config: {} }))
  const edges = wires?.map((wire) => {
    const [source = '', to = ''] = wire.split('→')
    const [from = '', exit] = source.split(':')
    return exit === undefined ? { from, to } : { from, exit, to }
  })
  return { ...createAgentConfig(), steps, ...(edges ? { edges } : {}) }
}

function lines(config: AgentConfig): readonly string[] {
  return edgesToDraw(config, facts).map(
    ({ id, kind, label, isEnding }) =>
      `${id} ${kind}${isEnding ? ' ending' : ''}${label === undefined ? '' : ` "${label}"`}`,
  )
}

describe('edgesToDraw', () => {
  test('a chain that is only implied is drawn to its end', () => {
    expect(lines(agent({ a: 'llm', b: 'set' }))).toEqual(['START→a plain', 'a→b plain', 'b→END plain'])
  })

  test('a branch that simply stops is drawn to the end, so that the person sees where it goes', () => {
    expect(lines(agent({ a: 'llm' }, ['START→a']))).toEqual(['START→a plain', 'a→END plain ending'])
  })

  test('the look of a wire to the end says nothing of other steps: a chain looks as its written edges do', () => {
    const kinds = (config: AgentConfig) => edgesToDraw(config, facts).map(({ id, kind }) => `${id} ${kind}`)
    expect(kinds(agent({ a: 'llm', b: 'output' }, ['START→a', 'a→b']))).toEqual(kinds(agent({ a: 'llm', b: 'output' })))
  })

  test('edges of a step with several exits are called by the exit; an open exit ends', () => {
    expect(lines(agent({ r: 'router', a: 'llm' }, ['START→r', 'r:question→a']))).toEqual([
      'START→r plain',
      'r:question→a plain "question"',
      'r:other→END open ending "other"',
      'a→END plain ending',
    ])
  })

  test('an edge that is taken whatever the exit leaves no exit open', () => {
    expect(lines(agent({ r: 'router', a: 'llm' }, ['START→r', 'r→a', 'a→END']))).toEqual([
      'START→r plain',
      'r→a plain',
      'a→END plain',
    ])
  })

  test('a way back is a loop', () => {
    expect(lines(agent({ a: 'llm', r: 'router' }, ['START→a', 'a→r', 'r:other→a', 'r:question→END']))).toContain(
      'r:other→a loop "other"',
    )
  })

  test('an exit that is not there is shown as broken', () => {
    expect(lines(agent({ r: 'router', a: 'llm' }, ['START→r', 'r:gone→a']))).toContain('r:gone→a broken "gone"')
    expect(lines(agent({ a: 'llm', b: 'llm' }, ['START→a', 'a:gone→b']))[1]).toMatch(/broken/)
  })

  test('edges from or to steps that are not there are not drawn; the problems list tells of them', () => {
    expect(lines(agent({ a: 'llm' }, ['START→a', 'a→gone', 'gone→a', 'a→END']))).toEqual([
      'START→a plain',
      'a→END plain',
    ])
  })

  test('a step out of reach has no end', () => {
    expect(lines(agent({ a: 'llm', b: 'llm' }, ['START→a']))).toEqual(['START→a plain', 'a→END plain ending'])
  })

  test('an unknown type has one way out', () => {
    expect(lines(agent({ a: 'not-here', b: 'llm' }))).toEqual(['START→a plain', 'a→b plain', 'b→END plain'])
  })

  test('the exits by which a disabled step is never left are off', () => {
    const config = agent({ c: 'condition', a: 'set', b: 'set' }, ['START→c', 'c:yes→a', 'c:else→b'])
    const off = (disabled: boolean) => {
      const steps = config.steps.map((step) => (step.id === 'c' ? { ...step, disabled } : step))
      return edgesToDraw({ ...config, steps }, facts).flatMap(({ id, isOff }) => (isOff ? [id] : []))
    }
    expect(off(false)).toEqual([])
    expect(off(true)).toEqual(['c:yes→a'])
  })
})
