import { createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createStepFacts } from '../../editor/createStepFacts.ts'
import { renameField } from './renameField.ts'

const facts = createStepFacts(createDefaultRegistry())

test('prompts, expressions and settings that name the field follow, everything else stays', () => {
  const agent = {
    ...createAgentConfig({
      name: 'State',
      fields: { a: { type: 'string' }, old: { type: 'object' }, z: { type: 'string' } },
    }),
    steps: [
      {
        id: 'ask',
        strategyType: 'llm',
        config: { promptTemplate: '{old.name} and {{old}} and {older}', writes: 'old' },
      },
      { id: 'choose', strategyType: 'condition', config: { branches: [{ name: 'old', when: 'old.name == "old"' }] } },
      { id: 'compute', strategyType: 'set', config: { values: [{ field: 'old', kind: 'expression', value: 'old' }] } },
      { id: 'other', strategyType: 'llm', config: { promptTemplate: '{a}' } },
      { id: 'foreign', strategyType: 'not-known', config: { text: '{old}' } },
    ],
  }
  const renamed = renameField(agent, facts, { from: 'old', to: 'user' })
  expect(Object.keys(renamed.stateType.fields)).toEqual(['a', 'user', 'z'])
  expect(renamed.steps.map(({ config }) => config)).toEqual([
    { promptTemplate: '{user.name} and {{old}} and {older}', writes: 'user' },
    { branches: [{ name: 'old', when: 'user.name == "old"' }] },
    { values: [{ field: 'user', kind: 'expression', value: 'user' }] },
    { promptTemplate: '{a}' },
    { text: '{old}' },
  ])
  expect(renamed.steps[3]).toBe(agent.steps[3])
})
