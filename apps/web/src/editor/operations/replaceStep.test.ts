import { addStep, connectSteps, createAgentConfig, createDefaultRegistry, type StepConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createStepFacts } from '../createStepFacts.ts'
import { readWrittenStep, replaceStep } from './replaceStep.ts'

const registry = createDefaultRegistry()
const facts = createStepFacts(registry)
const branches = (...names: readonly string[]) => ({ branches: names.map((name) => ({ name, when: 'true' })) })
const choose: StepConfig = { id: 'choose', strategyType: 'condition', config: branches('yes', 'no') }
const steps = [choose, { id: 'after', strategyType: 'output', config: { template: 'x' } }]
const agent = connectSteps(
  steps.reduce((config, step) => addStep(config, step), createAgentConfig()),
  { from: 'choose', exit: 'yes', to: 'after' },
)

describe('reading what was written', () => {
  test('a step is taken with keys nobody knows', () => {
    const written = { ...choose, nodeName: 'Which?', later: { version: 2 } }
    expect(readWrittenStep('choose', written)).toEqual({ ok: true, step: written })
  })

  test.each([
    ['no object', 7, /dictionary/],
    ['no type', { id: 'choose' }, /strategyType/],
    ['settings that are a list', { ...choose, config: [] }, /config/],
    ['a time limit of nothing', { ...choose, timeout: 0 }, /timeout/],
    ['another id', { ...choose, id: 'other' }, /The id stays "choose"/],
  ])('%s is no step', (_, value, message) => {
    expect(readWrittenStep('choose', value)).toMatchObject({
      ok: false,
      problem: { stepId: 'choose', message: expect.stringMatching(message) },
    })
  })
})

describe('putting a step in its place', () => {
  test('wires follow an exit that got another name', () => {
    const next = replaceStep(agent, facts, { ...choose, config: branches('sure', 'no') })
    expect(next.edges).toContainEqual({ from: 'choose', exit: 'sure', to: 'after' })
  })

  test('the same step, and one that is not there, change nothing', () => {
    expect(replaceStep(agent, facts, { ...choose })).toBe(agent)
    expect(replaceStep(agent, facts, { ...choose, id: 'gone' })).toBe(agent)
  })
})
