import { expect, test } from 'vitest'
import { collect } from '../../../test/testAgent.ts'
import type { StepConfig } from '../../config/AgentConfig.ts'
import { createScriptedModel, type ScriptedAnswer } from '../../testing/createScriptedModel.ts'
import { AgentBuilderDirector } from '../AgentBuilderDirector.ts'
import { validateAgentConfig } from '../validateAgentConfig.ts'
import { createTestRegistry, mend, toTestConfig } from './testAgentConfig.ts'

const registry = createTestRegistry()

type Steps = Readonly<Record<string, Partial<StepConfig>>>

const ask = (config: StepConfig['config'], more: Partial<StepConfig> = {}): Partial<StepConfig> => ({
  ...{ strategyType: 'llm', config: { promptTemplate: 'Hi', ...config } },
  ...more,
})
const schema = { type: 'object', properties: { a: { type: 'string' } } }
const person = { key: 'person', schema }
const show = ask({ promptTemplate: 'Who is {person.a}?', useHistory: false })

/** The agent as it is once the fix of one of its problems was taken, and all that is wrong with it then. */
function takeFix(steps: Steps, stepId: string) {
  const config = toTestConfig({ steps })
  const problem = validateAgentConfig(config, registry).find((one) => one.stepId === stepId)
  if (problem?.fix === undefined) throw new Error(`No fix is offered for ${stepId}.`)
  const mended = mend(config, problem)
  return { mended, left: validateAgentConfig(mended, registry) }
}

const error = new Error('down')
const rescue = { action: 'continue', writes: 'person' } as const

test.each<[string, Steps, string, readonly ScriptedAnswer[]]>([
  ['a structured answer', { a: ask({ structuredOutput: person }), b: show }, 'a', [{ output: { a: 'Ada' } }, 'Who?']],
  [
    'a structured answer that a text names',
    { a: ask({ structuredOutput: person }), b: show },
    'b',
    [{ output: { a: 'Ada' } }, 'Who?'],
  ],
  ['a property of one', { a: ask({ structuredOutput: { schema } }) }, 'a', [{ output: { a: 'Ada' } }]],
  [
    'a property of one that is no text',
    { a: ask({ structuredOutput: { schema: { type: 'object', properties: { many: { type: 'number' } } } } }) },
    'a',
    [{ output: { many: 3 } }],
  ],
  ['what is saved of a fault', { a: ask({ writes: '' }, { onError: rescue }) }, 'a', [error]],
  [
    'what is saved of a fault in place of an answer',
    { a: ask({ writes: 'person' }, { onError: rescue }) },
    'a',
    [error],
  ],
  [
    'values in place of an answer',
    { a: ask({ writes: 'note' }, { onError: { action: 'continue', update: { note: 0 } } }) },
    'a',
    [error],
  ],
  [
    'an answer that another step writes over',
    {
      a: ask({ writes: 'note' }),
      b: { strategyType: 'set', config: { values: [{ field: 'note', kind: 'expression', value: '1 + 1' }] } },
    },
    'a',
    ['Hello'],
  ],
  [
    'an answer that code may write over',
    { a: ask({ writes: 'note' }), b: { strategyType: 'custom', config: { code: 'return { note: 1 }' } } },
    'a',
    ['Hello'],
  ],
])('the field that is offered for %s holds it', async (_, steps, stepId, answers) => {
  const { mended, left } = takeFix(steps, stepId)
  expect(left).toEqual([])
  const model = createScriptedModel(answers)
  const agent = await new AgentBuilderDirector(mended, registry, { models: async () => model, random: () => 0 }).build()
  expect((await collect(agent, {})).at(-1)).toMatchObject({ type: 'run-end' })
})

test('a field that holds only the words of models is a text', () => {
  const { mended } = takeFix({ a: ask({ writes: 'note' }), b: ask({ writes: 'note' }) }, 'b')
  expect(mended.stateType.fields).toEqual({ note: { type: 'string' } })
})
