import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { defineStep } from '../step/defineStep.ts'
import { StepStrategy } from '../step/StepStrategy.ts'
import { LLMStepStrategy } from '../steps/llm/llm.ts'
import { createDefaultRegistry } from './createDefaultRegistry.ts'
import { StepRegistry } from './StepRegistry.ts'

class Echo extends StepStrategy {
  createStep() {
    return () => ({ said: 'echo' })
  }
  getNodeName(index: number) {
    return `echo_step_${index}`
  }
}

class Parrot extends Echo {}

const unknown = (name: string) =>
  expect.objectContaining({ code: 'graph.unknownStep', message: `Unknown step type: ${name}` })

describe('a registry', () => {
  test('gives a new instance of the strategy each time', () => {
    const registry = new StepRegistry()
    registry.register('echo', Echo)
    const first = registry.getStrategy('echo')
    expect(first).toBeInstanceOf(Echo)
    expect(registry.getStrategy('echo')).not.toBe(first)
  })

  test.each(['nothing', ' llm ', 'LLM', '', 'constructor', '__proto__'])('does not know %j', (name) => {
    const registry = createDefaultRegistry()
    expect(() => registry.getStrategy(name)).toThrow(unknown(name))
    expect(() => registry.validateStrategy(name)).toThrow(unknown(name))
    expect(registry.describe(name)).toBeUndefined()
  })

  test('says which names there are', () => {
    const registry = new StepRegistry()
    registry.register('echo', Echo)
    expect(() => registry.getStrategy('eco')).toThrow(expect.objectContaining({ detail: { available: ['echo'] } }))
  })

  test('replaces a name that is registered again, in its place', () => {
    const registry = new StepRegistry()
    registry.register('echo', Echo)
    registry.register('other', Echo)
    registry.register('echo', Parrot)
    expect(registry.getStrategy('echo')).toBeInstanceOf(Parrot)
    expect(registry.list()).toEqual(['echo', 'other'])
  })

  test('is a value: what one learns no other knows', () => {
    const registry = createDefaultRegistry()
    registry.register('echo', Echo)
    expect(createDefaultRegistry().list()).not.toContain('echo')
  })

  test('gives its list as a copy', () => {
    const registry = createDefaultRegistry()
    registry.list().push('smuggled')
    expect(registry.list()).not.toContain('smuggled')
  })

  test.each([
    ['a function', () => undefined],
    ['an instance', new Echo()],
    [
      'a class without createStep',
      class {
        getNodeName() {
          return 'x'
        }
      },
    ],
    ['the abstract class itself', StepStrategy],
    ['nothing', undefined],
  ])('refuses %s', (_what, strategy) => {
    const registry = new StepRegistry()
    // What a caller in JavaScript may hand over.
    expect(() => registry.register('bad', strategy as never)).toThrow(
      expect.objectContaining({ code: 'build.plugin', message: expect.stringContaining("Step type 'bad'") }),
    )
    expect(registry.list()).toEqual([])
  })

  test.each(['', '  ', 42])('refuses the name %j', (name) => {
    expect(() => new StepRegistry().register(name as string, Echo)).toThrow('A step type needs a name.')
  })
})

describe('the description of a type', () => {
  test('comes with a strategy made by defineStep', () => {
    expect(createDefaultRegistry().describe('llm')?.title).toBe('Ask a model')
  })

  test('goes by the name it is registered under', () => {
    const registry = new StepRegistry()
    registry.register('my-llm', LLMStepStrategy)
    expect(registry.describe('my-llm')).toMatchObject({ name: 'my-llm', title: 'Ask a model' })
  })

  test('is made up for a strategy written by hand: any settings, a title from the name', async () => {
    const registry = new StepRegistry()
    registry.register('loud-echo', Echo)
    const definition = registry.describe('loud-echo')
    expect(definition).toMatchObject({ name: 'loud-echo', title: 'Loud echo', category: 'other' })
    expect(definition?.summarize({})).toBe('Loud echo')
    expect(definition?.schema.parse({ any: 'thing' })).toEqual({ any: 'thing' })
    const stepFunction = await definition?.createStep?.({}, {})
    expect(stepFunction).toBeTypeOf('function')
  })

  test('can be given beside the strategy', () => {
    const registry = new StepRegistry()
    const { definition } = defineStep({
      name: 'echo',
      version: 1,
      title: 'Echo',
      description: '',
      category: 'data',
      icon: 'repeat',
      schema: z.object({}),
      summarize: () => 'Echo',
      run: () => undefined,
    })
    registry.register('echo', Echo, definition)
    expect(registry.describe('echo')).toBe(definition)
    expect(registry.getStrategy('echo')).toBeInstanceOf(Echo)
  })
})
