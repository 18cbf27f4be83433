import { addStep, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createStepFacts } from './createStepFacts.ts'
import { listFixedWithin } from './listFixedWithin.ts'

const calling = (id: string, agent: string) => ({ id, strategyType: 'subagent', config: { agent } })
const call = calling('call', 'outer')
const output = { update: {} }

test('the fixed outputs within a step are found once each, also in agents that agents call, with the way to them', () => {
  const inner = addStep(createAgentConfig(), { id: 'say', strategyType: 'llm', config: {} })
  const outer = [calling('deep', 'inner'), calling('again', 'inner'), calling('back', 'outer')].reduce(
    (agent, step) => addStep(agent, step),
    addStep(createAgentConfig(), { id: 'say', strategyType: 'llm', config: {} }),
  )
  const file = { ...addStep(createAgentConfig(), call), agents: { outer, inner } }
  const facts = createStepFacts(createDefaultRegistry())
  const fixed = { 'outer/say': output, 'inner/say': output, 'inner/gone': output, say: output }
  const toOuter = { stepId: 'call', agentId: 'outer' }
  expect(listFixedWithin(call, file, fixed, facts)).toEqual([
    { stepId: 'say', way: [toOuter] },
    { stepId: 'say', way: [toOuter, { stepId: 'deep', agentId: 'inner' }] },
  ])
  expect(listFixedWithin(call, file, {}, facts)).toEqual([])
})
