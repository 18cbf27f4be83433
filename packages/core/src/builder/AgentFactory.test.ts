import { FakeListChatModel } from '@langchain/core/utils/testing'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { StateType } from '../state/StateType.ts'
import { createScriptedModel, type ScriptedAnswer } from '../testing/createScriptedModel.ts'
import { AgentFactory, type FactoryTool } from './AgentFactory.ts'

const stateType: StateType = {
  name: 'Greeting',
  fields: { name: { type: 'string', input: true }, count: { type: 'integer' } },
}

const create = () => new AgentFactory(stateType)

test('needs a state type', () => {
  // What a caller in JavaScript may hand over.
  expect(() => new AgentFactory(null as never)).toThrow('stateType is required and cannot be null')
})

describe('an agent in a few words', () => {
  test('functions and chats run one after the other', async () => {
    const model = createScriptedModel(['Hello Ada'])
    const agent = await create()
      .add(({ name }) => ({ name: String(name).trim() }), 'Trim')
      .withChat({ llm: model })
      .withPrompt('Greet {name}')
      .withSystemPrompt('Be kind.')
      .build()
    const { messages } = await agent.run({ name: ' Ada ' })
    expect(messages).toMatchObject([{ content: 'Greet Ada' }, { content: 'Hello Ada' }])
    expect(model.requests[0]?.messages[0]).toEqual({ role: 'system', content: 'Be kind.' })
  })

  test('a chat without anything sends the conversation to the default model', async () => {
    const agent = await create().withChat().build()
    const { messages } = await agent.run({ messages: [{ role: 'user', content: 'Hi' }] })
    expect(messages).toHaveLength(2)
  })

  test('prompts go to the step added last only', () => {
    const text = create().withChat({ promptTemplate: 'One' }).withChat({ nodeName: 'Two' }).withPrompt('Two').diagram()
    expect(text).toContain('s1["Two"]')
  })

  test('a structured answer fills the state', async () => {
    const model = createScriptedModel([{ output: { count: 3 } }])
    const schema = { type: 'object', properties: { count: { type: 'integer' } } }
    const agent = await create().withChat({ llm: model, promptTemplate: 'Count' }).withStructuredOutput(schema).build()
    expect(await agent.run({})).toMatchObject({ count: 3 })
  })

  test('memory and checkpointer are those of the builder', async () => {
    const factory = create().withMemory({ memoryType: 'conversation' }).withCheckpointer({ type: 'memory' })
    expect(() => factory.withMemory({ memoryType: 'diary' as never })).toThrow('Invalid memory configuration')
    const agent = await factory.withChat({ llm: createScriptedModel(['One', 'Two']), promptTemplate: 'Go on' }).build()
    await agent.run({}, { threadId: 'a' })
    const { messages } = await agent.run({}, { threadId: 'a' })
    expect(messages).toHaveLength(4)
  })
})

describe('the model of a chat', () => {
  test('may be one of LangChain', async () => {
    const llm = new FakeListChatModel({ responses: ['Hello from LangChain'] })
    const agent = await create().withChat({ llm, promptTemplate: 'Hi {name}' }).build()
    const { messages } = await agent.run({ name: 'Ada' })
    expect(messages).toMatchObject([{ content: 'Hi Ada' }, { content: 'Hello from LangChain' }])
  })

  test.each([
    ['text', 'string'],
    [null, 'null'],
    [[], 'a list'],
    [{ model: 'x' }, 'an object without chat or invoke'],
  ])('%j is refused', (llm, name) => {
    expect(() => create().withChat({ llm })).toThrow(`llm must be a BaseChatModel, not ${name}: `)
  })
})

describe('the order of calls', () => {
  const tool = { name: 'search', description: 'Searches', parameters: {} }
  const wrong = 'The most recent step is not an LLM or React step.'

  test.each([
    [
      'withPrompt',
      (factory: AgentFactory) => factory.withPrompt('x'),
      'No steps have been added to configure prompt for.',
    ],
    [
      'withSystemPrompt',
      (factory: AgentFactory) => factory.withSystemPrompt('x'),
      'No steps have been added to configure system prompt for.',
    ],
    [
      'withStructuredOutput',
      (factory: AgentFactory) => factory.withStructuredOutput({}),
      'No steps have been added to configure structured output for.',
    ],
    ['withTools', (factory: AgentFactory) => factory.withTools([]), 'No steps have been added. Call withChat() first.'],
    ['diagram', (factory: AgentFactory) => factory.diagram(), 'Cannot generate diagram: no steps have been configured'],
  ])('%s needs a step', (_name, call, message) => {
    expect(() => call(create())).toThrow(expect.objectContaining({ code: 'build.order', message }))
  })

  test.each([
    ['withPrompt', (factory: AgentFactory) => factory.withPrompt('x'), wrong],
    ['withSystemPrompt', (factory: AgentFactory) => factory.withSystemPrompt('x'), wrong],
    ['withStructuredOutput', (factory: AgentFactory) => factory.withStructuredOutput({}), wrong],
    [
      'withTools',
      (factory: AgentFactory) => factory.withTools([]),
      'The most recent step is not an LLM step. Call withChat() first.',
    ],
  ])('%s needs a model step', (_name, call, message) => {
    expect(() => call(create().add(() => undefined))).toThrow(message)
  })

  test('tools must be there and have names', () => {
    expect(() => create().withChat().withTools([])).toThrow('Tools list cannot be empty. Provide at least one tool.')
    expect(() =>
      create()
        .withChat()
        .withTools([{ description: 'x' }]),
    ).toThrow("Tool object must have a 'name' attribute")
    expect(create().withChat().withTools([tool])).toBeInstanceOf(AgentFactory)
  })

  test('what is no function is refused when building', async () => {
    // What a caller in JavaScript may hand over.
    await expect(
      create()
        .add('text' as never)
        .build(),
    ).rejects.toThrow('Custom step must be callable')
  })
})

test('a diagram shows the chain', () => {
  expect(
    create()
      .add(() => undefined, 'Trim')
      .withChat()
      .diagram(),
  ).toBe(
    'flowchart TD\n  start([Start])\n  s0["Trim"]\n  s1["llm_step_1"]\n  finish([End])\n  start --> s0\n  s0 --> s1\n  s1 --> finish\n',
  )
})

describe('tools', () => {
  const parameters = { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] }
  const ask = { toolCalls: [{ id: 'a', name: 'double', args: { n: 4 } }] }

  function scripted(answers: readonly ScriptedAnswer[]) {
    const model = createScriptedModel(answers)
    return { model, factory: new AgentFactory({ name: 'State', fields: {} }, undefined, { models: async () => model }) }
  }

  test.each<[string, FactoryTool]>([
    ['a function', { name: 'double', parameters, call: ({ n }: { n: number }) => n * 2 }],
    ['a function with a zod schema', { name: 'double', parameters: z.object({ n: z.number() }), call: () => 8 }],
    ['a LangChain tool', { name: 'double', schema: z.object({ n: z.number() }), invoke: async () => '8' }],
    ['code for the sandbox', { kind: 'code', name: 'double', parameters, code: 'return args.n * 2' }],
  ])('a model step with %s gets the results back', async (_name, tool) => {
    const { factory, model } = scripted([ask, 'It is 8.'])
    factory.withChat({ promptTemplate: 'Double 4' }).withTools([tool])
    const agent = await factory.build()
    const { messages } = await agent.run({})
    expect(messages).toMatchObject([
      { content: 'Double 4' },
      { toolCalls: [{ name: 'double' }] },
      { role: 'tool', content: '8' },
      { content: 'It is 8.' },
    ])
    expect(model.requests[0]?.tools?.[0]?.parameters).toMatchObject(parameters)
    // Built again, nothing is there twice.
    expect((await factory.build()).stateType).toEqual(agent.stateType)
    expect(factory.diagram()).toContain('s0 -->|"tools"| s1')
  })

  test('observations are kept where it is asked for', async () => {
    const { model } = scripted([ask, 'It is 8.'])
    const agent = await new AgentFactory({ name: 'State', fields: { pad: { type: 'string' } } }, undefined, {
      models: async () => model,
    })
      .withChat({ promptTemplate: 'Double 4' })
      .withTools([{ name: 'double', parameters, call: () => 8 }], 'pad')
      .build()
    expect((await agent.run({})).pad).toBe('Observation: 8')
  })

  test('a react loop runs them by itself, and takes more', async () => {
    const { factory } = scripted([ask, 'It is 8.'])
    const agent = await factory
      .withReactLoop([{ name: 'double', parameters, call: () => 8 }], { promptTemplate: 'Double 4' })
      .withTools([{ name: 'half', call: () => 2 }])
      .build()
    expect((await agent.run({})).messages).toHaveLength(4)
  })

  test('a name stands for a tool that was given before', async () => {
    const { factory } = scripted([ask, 'It is 8.'])
    factory.withReactLoop([{ name: 'double', parameters, call: () => 8 }], { promptTemplate: 'Double 4' })
    expect(factory.withReactLoop(['double'])).toBe(factory)
    expect(() => factory.withReactLoop(['tripple'])).toThrow("Tool 'tripple' not found in factory")
  })

  test('an empty loop is refused when building', async () => {
    const { factory } = scripted([])
    await expect(factory.withReactLoop([], { promptTemplate: 'x' }).build()).rejects.toThrow(
      'React steps require at least one tool',
    )
  })

  test('a setting that neither a file nor code can hold is refused', () => {
    const { factory } = scripted([])
    expect(() => factory.withReactLoop([{ name: 'x', kind: 'code', made: new Date(0) }])).toThrow('is no JSON')
  })
})
