import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import { serializeAgentConfig } from '../config/serializeAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StateType } from '../state/StateType.ts'
import { defineStep } from '../step/defineStep.ts'
import { createScriptedModel } from '../testing/createScriptedModel.ts'
import { AgentBuilder } from './AgentBuilder.ts'

const stateType: StateType = {
  name: 'Greeting',
  fields: { name: { type: 'string', input: true }, mood: { type: 'string' }, facts: { type: 'object' } },
}

describe('collecting', () => {
  test('starts from an agent without steps', () => {
    expect(new AgentBuilder(stateType).getConfig()).toEqual(createAgentConfig(stateType))
  })

  test('needs a state type', () => {
    // What a caller in JavaScript may hand over.
    expect(() => new AgentBuilder(null as never)).toThrow('stateType cannot be null')
    expect(() => new AgentBuilder(undefined as never)).toThrow('stateType cannot be null')
    expect(() => new AgentBuilder(42 as never)).toThrow('State type must be a state type or compatible type')
    expect(() => new AgentBuilder({ name: 'S', fields: 3 } as never)).toThrow('State type must be a state type: ')
  })

  test('every method goes on with the same builder, and what comes out is a file', () => {
    const builder = new AgentBuilder(stateType)
    const same = builder
      .withName('Greeter')
      .withStep('llm', { promptTemplate: 'Hi {name}' }, { id: 'hi', nodeName: 'Say hi', timeout: 5000 })
      .withStep('set', { values: [{ field: 'mood', value: 'glad' }] })
      .withMemory({ memoryType: 'buffer' })
      .withLLM({ provider: 'openai', model: 'gpt-4o-mini' })
      .withLogging({ level: 'DEBUG' })
      .withGraphConfig({ maxRetries: 1 })
      .withCheckpointer({ type: 'memory' })
    expect(same).toBe(builder)
    const config = builder.getConfig()
    expect(config).toMatchObject({
      name: 'Greeter',
      steps: [
        { id: 'hi', strategyType: 'llm', nodeName: 'Say hi', timeout: 5000, config: { promptTemplate: 'Hi {name}' } },
        { id: 'set', strategyType: 'set' },
      ],
      memory: { memoryType: 'buffer', maxTokens: 500, enabled: true },
      llmConfig: { provider: 'openai', model: 'gpt-4o-mini' },
      loggingConfig: { level: 'DEBUG' },
      graphConfig: { maxRetries: 1, graphType: 'linear' },
      checkpointer: { type: 'memory' },
    })
    expect(parseAgentConfig(serializeAgentConfig(config))).toMatchObject({ ok: true, config })
  })

  test('a configuration given out does not change any more', () => {
    const builder = new AgentBuilder(stateType).withStep('llm')
    const before = builder.getConfig()
    builder.withStep('set')
    expect(before.steps).toHaveLength(1)
  })

  test('an unknown type is refused at once', () => {
    expect(() => new AgentBuilder(stateType).withStep('nope')).toThrow('Unknown step type: nope')
  })

  test('takes the registry it is given', () => {
    const registry = createDefaultRegistry()
    expect(new AgentBuilder(stateType, registry).getRegistry()).toBe(registry)
  })

  test('settings of a type above version 1 carry their version', () => {
    const registry = createDefaultRegistry()
    const step = defineStep({
      name: 'newer',
      version: 2,
      title: 'Newer',
      description: '',
      category: 'other',
      icon: 'sparkles',
      schema: z.object({}),
      summarize: () => 'Newer',
      run: () => undefined,
    })
    registry.register('newer', step.getStrategy())
    expect(new AgentBuilder(stateType, registry).withStep('newer').getConfig().steps[0]?.config).toEqual({
      $version: 2,
    })
  })

  test.each([
    ['memory', (builder: AgentBuilder) => builder.withMemory({ memoryType: 'diary' as never })],
    ['logging', (builder: AgentBuilder) => builder.withLogging({ level: 'debug' as never })],
    ['graph', (builder: AgentBuilder) => builder.withGraphConfig({ maxRetries: -1 })],
    ['LLM', (builder: AgentBuilder) => builder.withLLM({ provider: 'nobody' as never, model: 'x' })],
    ['checkpointer', (builder: AgentBuilder) => builder.withCheckpointer({ type: 'paper' as never })],
  ])('a wrong %s is told in petal’s words', (what, set) => {
    const builder = new AgentBuilder(stateType)
    expect(() => set(builder)).toThrow(
      expect.objectContaining({
        code: 'build.argument',
        message: expect.stringMatching(new RegExp(`^Invalid ${what} configuration: .+`)),
      }),
    )
    expect(builder.getConfig()).toEqual(createAgentConfig(stateType))
  })
})

describe('the step added last', () => {
  test.each([
    ['no step', (builder: AgentBuilder) => builder, 'Cannot add system prompt: no steps have been added'],
    [
      'a step of another type',
      (builder: AgentBuilder) => builder.withStep('custom', { code: 'return {}' }),
      "Cannot add system prompt: most recent step is 'custom', not 'llm'",
    ],
  ])('%s takes no system prompt', (_what, prepare, message) => {
    expect(() => prepare(new AgentBuilder(stateType)).withSystemPrompt('Be kind.')).toThrow(
      expect.objectContaining({ code: 'build.order', message }),
    )
  })

  test('gets the system prompt', () => {
    const { steps } = new AgentBuilder(stateType)
      .withStep('llm', { promptTemplate: 'Hi' })
      .withSystemPrompt('Be kind.')
      .getConfig()
    expect(steps[0]?.config).toEqual({ promptTemplate: 'Hi', systemPrompt: 'Be kind.' })
  })

  test.each([
    ['no step', (builder: AgentBuilder) => builder, 'No steps have been added to configure structured output for.'],
    [
      'a step of another type',
      (builder: AgentBuilder) => builder.withStep('set'),
      'The most recent step is not an LLM or React step.',
    ],
  ])('%s takes no structured output', (_what, prepare, message) => {
    expect(() => prepare(new AgentBuilder(stateType)).withStructuredOutput({ type: 'object' })).toThrow(message)
  })

  const jsonSchema = {
    type: 'object',
    properties: { mood: { type: 'string' } },
    required: ['mood'],
    additionalProperties: false,
  }

  test.each([
    ['a JSON Schema', jsonSchema],
    ['a zod schema', z.object({ mood: z.string() })],
  ])('gets %s for its answer', (_what, schema) => {
    const { steps } = new AgentBuilder(stateType).withStep('llm').withStructuredOutput(schema, 'facts').getConfig()
    expect(steps[0]?.config).toEqual({ structuredOutput: { schema: jsonSchema, key: 'facts' } })
  })

  test.each([
    ['text', 'mood'],
    ['nothing', undefined],
    ['an object that no file can hold', { type: () => 'object' }],
    ['a zod schema without an equivalent', z.object({ mood: z.bigint() })],
  ])('does not get %s', (_what, schema) => {
    const builder = new AgentBuilder(stateType).withStep('llm')
    // What a caller in JavaScript may hand over.
    expect(() => builder.withStructuredOutput(schema as never)).toThrow(
      expect.objectContaining({ code: 'build.argument' }),
    )
  })

  test('nothing happens to no step', () => {
    expect(new AgentBuilder(stateType).updateLastStep({ a: 1 }).getConfig().steps).toEqual([])
  })
})

describe('values only code can give', () => {
  const stepFunction = () => ({ mood: 'glad' })

  test('stand beside the configuration, by step id', () => {
    const builder = new AgentBuilder(stateType)
      .withStep('custom', { stepFunction })
      .withStep('llm', { promptTemplate: 'Hi', odd: () => 1, left: undefined })
    expect(builder.getConfig().steps.map(({ config }) => config)).toEqual([{}, { promptTemplate: 'Hi' }])
    expect(builder.getCode()).toEqual({ custom: { stepFunction }, llm: { odd: expect.any(Function) } })
  })

  test('reach the run', async () => {
    const agent = await new AgentBuilder(stateType).withStep('custom', { stepFunction }).build()
    expect(await agent.run({ name: 'Ada' })).toEqual({ name: 'Ada', mood: 'glad' })
  })

  test('a zod schema checks the structured answer', async () => {
    const answers = [{ output: { mood: 'GLAD' } }]
    const services = { models: async () => createScriptedModel(answers) }
    const agent = await new AgentBuilder(stateType, undefined, services)
      .withStep('llm', { promptTemplate: 'Hi {name}' })
      .withStructuredOutput(z.object({ mood: z.enum(['glad', 'sad']) }))
      .build()
    await expect(agent.run({ name: 'Ada' })).rejects.toMatchObject({ code: 'provider.badAnswer' })
  })
})

describe('connections', () => {
  const chain = () =>
    new AgentBuilder(stateType)
      .withStep('set', {}, { id: 'a' })
      .withStep('set', {}, { id: 'b' })
      .withStep('set', {}, { id: 'c' })

  test('without any the steps follow one another', () => {
    expect(chain().getConfig().edges).toBeUndefined()
  })

  test('are exactly those made, from the first step unless one begins at START', () => {
    expect(chain().connect('a', 'c').connect('c', 'END', 'out').getConfig().edges).toEqual([
      { from: 'START', to: 'a' },
      { from: 'a', to: 'c' },
      { from: 'c', exit: 'out', to: 'END' },
    ])
    expect(chain().connect('START', 'b').getConfig().edges).toEqual([{ from: 'START', to: 'b' }])
  })

  test('lead a run', async () => {
    const agent = await new AgentBuilder(stateType)
      .withStep('condition', { branches: [{ name: 'ada', when: 'name == "Ada"' }] }, { id: 'who' })
      .withStep('set', { values: [{ field: 'mood', value: 'glad' }] }, { id: 'glad' })
      .withStep('set', { values: [{ field: 'mood', value: 'curious' }] }, { id: 'curious' })
      .connect('who', 'glad', 'ada')
      .connect('who', 'curious', 'else')
      .build()
    expect(await agent.run({ name: 'Ada' })).toMatchObject({ mood: 'glad' })
    expect(await agent.run({ name: 'Bob' })).toMatchObject({ mood: 'curious' })
  })
})

describe('building', () => {
  test('gives an agent that runs', async () => {
    const model = createScriptedModel(['Hello Ada'])
    const agent = await new AgentBuilder(stateType, undefined, { models: async () => model })
      .withStep('llm', { promptTemplate: 'Hi {name}', writes: 'mood' })
      .build()
    expect(await agent.run({ name: 'Ada' })).toMatchObject({
      mood: 'Hello Ada',
      messages: [
        { role: 'user', content: 'Hi Ada' },
        { role: 'assistant', content: 'Hello Ada' },
      ],
    })
  })

  test('twice gives the same configuration', async () => {
    const builder = new AgentBuilder(stateType).withStep('set')
    await builder.build()
    const before = builder.getConfig()
    await builder.build()
    expect(builder.getConfig()).toEqual(before)
  })

  test('without steps is refused', async () => {
    await expect(new AgentBuilder(stateType).build()).rejects.toThrow('Cannot build agent: no steps configured')
  })
})
