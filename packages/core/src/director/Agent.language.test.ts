import { afterEach, beforeEach, expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import { toMarkdown } from '../builder/toMarkdown.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { evaluateExpression } from '../expressions/evaluateExpression.ts'
import { fillText } from '../language/fillText.ts'
import { setTranslator } from '../language/index.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { renderTemplate } from '../templates/renderTemplate.ts'
import { createScriptedModel } from '../testing/createScriptedModel.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'
import { validateAgentConfig } from './validateAgentConfig.ts'

// A language in which everything is said in guillemets.
beforeEach(() =>
  setTranslator({
    text: (text, values) => `«${fillText(text, values)}»`,
    plural: (count, one, other, values) => `«${fillText(count === 1 ? one : other, values)}»`,
  }),
)
afterEach(() => setTranslator(undefined))

const asking: AgentConfig = {
  ...createAgentConfig({ name: 'S', fields: { question: { type: 'string', input: true } } }),
  steps: [{ id: 'ask', strategyType: 'llm', config: { promptTemplate: '{qestion}' } }],
}

test('a step and its problems are told in the language that is spoken', () => {
  const registry = createDefaultRegistry()
  const llm = registry.describe('llm')
  expect(llm?.summarize(llm.schema.parse({ promptTemplate: 'Hello' }))).toBe("«Ask *«the agent's model»*: Hello»")
  expect(validateAgentConfig(asking, registry)).toMatchObject([
    {
      code: 'template.unknownVar',
      message: expect.stringMatching(/^«"llm_step_0" uses \{qestion\}, .*»$/),
      fix: { label: '«Replace with {question}»' },
    },
  ])
})

const failing: StepFunction = () => ({ log: 7 })
const fields = { log: { type: 'string' }, saved: { type: 'object' } } as const

test('a fault is said to people, and is English to programs', async () => {
  const agent = await testAgent({ fields, steps: { a: failing }, edges: ['START -> a'] })
  const english = 'Step "A" gave the number 7 for log, which must be a text.'
  const [event] = pick(await collect(agent, {}), 'run-error')
  expect(event?.problem.english).toBe(english)
  expect(event?.problem.message).toBe('««Step "A"» gave «the number 7» for log, which must be «a text».»')
  await expect(agent.run({})).rejects.toMatchObject({ code: 'run.stateType', message: english })
})

test('what is saved of a fault does not depend on the language', async () => {
  const a = { run: failing, onError: { action: 'continue', writes: 'saved' } } as const
  const agent = await testAgent({ fields, steps: { a }, edges: ['START -> a'] })
  const message = 'Step "A" gave the number 7 for log, which must be a text.'
  expect((await agent.run({})).saved).toEqual({ code: 'run.stateType', message })
})

test('a model is told in English what a tool did wrong', async () => {
  const model = createScriptedModel([{ toolCalls: [{ id: 'a', name: 'triple', args: {} }] }, 'Sorry.'])
  const config: AgentConfig = {
    ...createAgentConfig({ name: 'S', fields: {} }),
    tools: [{ kind: 'code', name: 'double', description: '', code: 'return 1' }],
    steps: [{ id: 'work', strategyType: 'react', config: { promptTemplate: 'Go', tools: ['double'] } }],
  }
  const agent = await new AgentBuilderDirector(config, createDefaultRegistry(), { models: async () => model }).build()
  const events = await collect(agent, {}, { threadId: 't' })
  const english = 'triple is not a valid tool, try one of [double].'
  expect(model.requests[1]?.messages.at(-1)?.content).toBe(`Error: ${english}`)
  expect(pick(events, 'tool-end')[0]?.problem).toMatchObject({ message: `«${english}»`, english })
})

test('a document about an agent is English', () => {
  const said = toMarkdown(asking, createDefaultRegistry())
  setTranslator(undefined)
  expect(said).toBe(toMarkdown(asking, createDefaultRegistry()))
  expect(said).toContain('Ask')
})

const step = (strategyType: string, config = {}): AgentConfig => ({
  ...asking,
  steps: [{ id: 'a', strategyType, config }],
})
const build = (config: AgentConfig) => new AgentBuilderDirector(config, createDefaultRegistry()).build()

test.each([
  ['an expression', () => evaluateExpression('a +', {})],
  ['a template', () => renderTemplate('{a', {})],
  ['a step of no known type', () => build(step('nothing'))],
  ['a prompt with an unknown variable', () => build(asking)],
  ['a setting of the wrong kind', () => build(step('llm', { promptTemplate: 7 }))],
  [
    'a setting, as its strategy sees it',
    () => createDefaultRegistry().getStrategy('llm').createStep({ promptTemplate: 7 }),
  ],
  ['code that is not there', () => createDefaultRegistry().getStrategy('custom').createStep({})],
  ['a file', () => Promise.reject(refusalOf({ ...asking, steps: [{ id: 'A B', strategyType: '' }], name: 'S' }))],
  [
    'a file with an id twice',
    () => Promise.reject(refusalOf({ ...asking, steps: [...asking.steps, ...asking.steps] })),
  ],
  ['a file that is something else', () => Promise.reject(refusalOf(7))],
])('what is wrong within %s is English to programs, all of it', async (_, work) => {
  const fault = await faultOf(work)
  setTranslator(undefined)
  const english = await faultOf(work)
  expect(fault.message).toBe(english.message)
  expect(fault.toProblem().english).toBe(english.message)
  expect(fault.toProblem().message).toContain('«')
  expect(english.toProblem().english).toBeUndefined()
})

function refusalOf(file: unknown): unknown {
  const result = parseAgentConfig(file)
  return result.ok ? undefined : result.error
}

async function faultOf(work: () => unknown): Promise<AgentError> {
  try {
    await work()
  } catch (thrown) {
    if (AgentError.isInstance(thrown)) return thrown
    throw thrown
  }
  throw new Error('Nothing was thrown.')
}
