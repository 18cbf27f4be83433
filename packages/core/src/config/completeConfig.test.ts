import { expect, test } from 'vitest'
import type { AgentConfig } from './AgentConfig.ts'
import { completeConfig } from './completeConfig.ts'
import { createAgentConfig } from './createAgentConfig.ts'
import { addStep } from './operations/addStep.ts'

const whole = addStep(createAgentConfig(), { strategyType: 'llm' })

test('a whole configuration is given back as it is', () => {
  expect(completeConfig(whole)).toEqual({ ok: true, config: whole, problems: [] })
})

test('one as it stands in a file gets its defaults', () => {
  // What a caller in JavaScript may hand over.
  const short = { stateType: whole.stateType, steps: [{ strategyType: 'llm' }] } as unknown as AgentConfig
  expect(completeConfig(short)).toMatchObject({ ok: true, config: whole })
})

test.each([{}, null, 'text', { ...whole, steps: 3 }, { ...whole, steps: [null] }])('%j is refused', (config) => {
  expect(completeConfig(config as unknown as AgentConfig)).toMatchObject({ ok: false, error: { name: 'AgentError' } })
})
