import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { StepRegistry } from '../registry/StepRegistry.ts'
import { defineStep } from '../step/defineStep.ts'
import { StepStrategy } from '../step/StepStrategy.ts'
import { createStepContext } from '../testing/createStepContext.ts'
import { CustomConfigHandler } from './CustomConfigHandler.ts'
import { createHandlerChain } from './createHandlerChain.ts'
import { LLMConfigHandler } from './LLMConfigHandler.ts'
import { PluginConfigHandler } from './PluginConfigHandler.ts'
import { StepConfigHandler, type StepSettings } from './StepConfigHandler.ts'

class GreetHandler extends StepConfigHandler {
  canHandle(type: string) {
    return type === 'greet'
  }
  handle({ name }: StepSettings) {
    return () => ({ greeting: `Hello ${String(name)}` })
  }
}

const { context } = createStepContext({})

describe('a chain', () => {
  test.each([
    ['llm', LLMConfigHandler],
    ['custom', CustomConfigHandler],
    ['condition', PluginConfigHandler],
  ])('asks its links in turn: %s', (type, Link) => {
    const links: StepConfigHandler[] = []
    for (
      let link: StepConfigHandler | undefined = createHandlerChain(createDefaultRegistry());
      link;
      link = link.next
    ) {
      links.push(link)
    }
    expect(links.find((link) => link.canHandle(type))).toBeInstanceOf(Link)
  })

  test('makes the step function', async () => {
    const chain = createHandlerChain(createDefaultRegistry())
    const stepFunction = await chain.process('set', { values: [{ field: 'a', kind: 'expression', value: '1 + 1' }] })
    expect(await stepFunction({}, context)).toEqual({ a: 2 })
  })

  test.each(['x', 'greet', ' llm '])('says that nothing handles %j', (type) => {
    const chain = createHandlerChain(createDefaultRegistry())
    expect(() => chain.process(type, {})).toThrow(
      expect.objectContaining({ code: 'graph.unknownStep', message: `No handler found for step type: ${type}` }),
    )
    expect(chain.resolve(type, {})).toBeUndefined()
  })

  test('can be put together by hand, in any order', async () => {
    const chain = new GreetHandler(new CustomConfigHandler(new LLMConfigHandler()))
    const greet = await chain.process('greet', { name: 'Ada' })
    expect(await greet({}, context)).toEqual({ greeting: 'Hello Ada' })
    const add = await chain.process('custom', { stepFunction: () => ({ sum: 3 }) })
    expect(await add({}, context)).toEqual({ sum: 3 })
    expect(await chain.process('llm', { promptTemplate: 'Hi' })).toBeTypeOf('function')
  })

  test('a link written by hand is resolved with what is known of it', () => {
    const resolved = new GreetHandler().resolve('greet', { name: 'Ada' })
    expect(resolved).toMatchObject({ type: 'greet', config: { name: 'Ada' }, problems: [], writesAny: true })
  })

  test('takes the types as the registry has them: replaced, or not there', async () => {
    class Quiet extends StepStrategy {
      createStep() {
        return () => ({ said: 'nothing' })
      }
      getNodeName(index: number) {
        return `quiet_${index}`
      }
    }
    const registry = new StepRegistry()
    registry.register('llm', Quiet)
    const chain = createHandlerChain(registry)
    const stepFunction = await chain.process('llm', {})
    expect(await stepFunction({}, context)).toEqual({ said: 'nothing' })
    expect(() => chain.process('custom', {})).toThrow('No handler found for step type: custom')
  })

  test('the abstract link cannot be instantiated', () => {
    expect(() => Reflect.construct(StepConfigHandler, [])).toThrow("Can't instantiate abstract class StepConfigHandler")
  })
})

describe('the link for model steps', () => {
  test('does not refuse a step without a prompt of its own', () => {
    expect(new LLMConfigHandler().handle({})).toBeTypeOf('function')
  })

  test('handles its own type when none is named, and no other', () => {
    const handler = new LLMConfigHandler()
    expect(() => handler.handle({}, 'other')).toThrow('No handler found for step type: other')
  })

  test('refuses bad settings with all their problems', () => {
    const error = expect.objectContaining({
      code: 'step.config',
      message: 'Prompt must be text, not a number.',
      path: 'config.promptTemplate',
      problems: [
        expect.objectContaining({ path: 'config.promptTemplate' }),
        expect.objectContaining({ path: 'config.llmConfig.temperature' }),
      ],
    })
    expect(() => new LLMConfigHandler().handle({ promptTemplate: 1, llmConfig: { temperature: 9 } })).toThrow(error)
  })
})

describe('the link for custom steps', () => {
  const handler = new CustomConfigHandler()

  test.each([
    [{}],
    [{ code: '  ' }],
    [{ stepFunction: null }],
    [{ stepFunction: 'return {}' }],
    [{ stepFunction: 42, code: 'return {}' }],
  ])('refuses %j', (config) => {
    expect(() => handler.handle(config)).toThrow('Custom step must be callable')
    expect(handler.resolve('custom', config)?.problems).toMatchObject([{ code: 'step.config', path: 'config.code' }])
  })

  test.each([
    ['a function', { stepFunction: () => undefined }],
    ['an async function', { stepFunction: async () => ({ a: 1 }) }],
    ['code', { code: 'return { a: 1 }' }],
  ])('takes %s', (_what, config) => {
    expect(handler.resolve('custom', config)?.problems).toEqual([])
    expect(handler.handle(config)).toBeTypeOf('function')
  })

  test('calls the very function it was given', () => {
    const stepFunction = () => undefined
    expect(handler.handle({ stepFunction })).toBe(stepFunction)
  })
})

test('settings of an older version are migrated once, and the version stays out of the step', async () => {
  const newer = defineStep({
    name: 'newer',
    version: 2,
    title: 'Newer',
    description: '',
    category: 'other',
    icon: 'sparkles',
    schema: z.strictObject({ text: z.string().default('') }),
    summarize: () => 'Newer',
    migrate: ({ text }) => ({ text: `${String(text)}!` }),
    run: (_state, { config }) => ({ said: { ...config } }),
  })
  const registry = new StepRegistry()
  registry.register('newer', newer.getStrategy())
  const chain = createHandlerChain(registry)
  const resolved = chain.resolve('newer', { text: 'hi' })
  const stepFunction = await chain.process('newer', resolved?.config ?? {})
  expect(await stepFunction({}, context)).toEqual({ said: { text: 'hi!' } })
})

test('a promise of a step function is waited for', async () => {
  const registry = new StepRegistry()
  const slow = defineStep({
    name: 'slow',
    version: 1,
    title: 'Slow',
    description: '',
    category: 'other',
    icon: 'clock',
    schema: z.object({}),
    summarize: () => 'Slow',
    createStep: async () => () => ({ done: true }),
  })
  registry.register('slow', slow.getStrategy())
  const stepFunction = await createHandlerChain(registry).process('slow', {})
  expect(await stepFunction({}, context)).toEqual({ done: true })
})
