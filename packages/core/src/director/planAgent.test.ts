import { expect, it } from 'vitest'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { planAgent } from './planAgent.ts'

it('plans a linear agent', () => {
  const config = createAgentConfig({ name: 'S', fields: { name: { type: 'string', input: true } } })
  const step = { id: 'a', strategyType: 'llm', config: { promptTemplate: 'Hi {name}' } }
  expect(planAgent({ ...config, steps: [step] }, createDefaultRegistry())).toMatchObject({ ok: true, problems: [] })
})
