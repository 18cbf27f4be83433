import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createStepContext } from '../testing/createStepContext.ts'
import { runStep } from '../testing/runStep.ts'
import { defineStep } from './defineStep.ts'
import type { StepDefinition } from './StepDefinition.ts'
import { isStepPlugin, StepPlugin } from './StepPlugin.ts'
import { exit, isExit } from './StepResult.ts'
import { StepStrategy } from './StepStrategy.ts'

const shout = {
  name: 'shout',
  version: 1,
  title: 'Shout',
  description: 'Writes a field in capitals.',
  category: 'data',
  icon: 'megaphone',
  schema: z.object({ field: z.string().default('text'), marks: z.int().min(0).default(1) }),
  summarize: ({ field }) => `Shout *${field}*`,
  run: (state, { config }) => ({
    [config.field]: `${String(state[config.field]).toUpperCase()}${'!'.repeat(config.marks)}`,
  }),
} satisfies StepDefinition<{ field: string; marks: number }>

describe('a defined step', () => {
  const step = defineStep(shout)

  test('is a plugin that carries its definition, schema and strategy', () => {
    expect(step).toBeInstanceOf(StepPlugin)
    expect(step.getName()).toBe('shout')
    expect(step.getConfigSchema()).toBe(shout.schema)
    expect(step.definition.summarize({ field: 'name', marks: 2 })).toBe('Shout *name*')
    expect(new (step.getStrategy())()).toBeInstanceOf(StepStrategy)
  })

  test.each([
    [0, 'shout_step_0'],
    [12, 'shout_step_12'],
    [-1, 'shout_step_-1'],
  ])('names the step at position %i %s', (index, name) => {
    expect(new (step.getStrategy())().getNodeName(index)).toBe(name)
  })

  test('runs with the defaults of what was left out', async () => {
    const { update } = await runStep(step, { field: 'name' }, { name: 'ada' })
    expect(update).toEqual({ name: 'ADA!' })
  })

  test('leaves the parts of the context alone until they are looked at', async () => {
    const looked: string[] = []
    const { context } = createStepContext({})
    const lazy = Object.defineProperty({ ...context }, 'signal', {
      get: () => looked.push('signal'),
    })
    const stepFunction = await new (step.getStrategy())().createStep({ field: 'text', marks: 0 })
    await stepFunction({ text: 'hi' }, lazy)
    expect(looked).toEqual([])
  })

  test.each([
    [{ marks: 'three' }, 'Shout: Marks must be a number, not text.', 'config.marks'],
    [{ marks: -1 }, 'Shout: Marks must be at least 0.', 'config.marks'],
    ['text', 'Shout: The settings must be an object, not text.', 'config'],
    [null, 'Shout: The settings must be an object, not null.', 'config'],
  ])('refuses the settings %j with words and a path', async (settings, message, path) => {
    // What a caller in JavaScript may hand over.
    const config = settings as never
    await expect(async () => new (step.getStrategy())().createStep(config)).rejects.toMatchObject({
      code: 'step.config',
      message,
      path,
    })
  })

  test('hands what only code can give to createStep, past the schema', async () => {
    const given: unknown[] = []
    const coded = defineStep({
      ...shout,
      codeSettings: ['callback'],
      createStep: (config, code) => {
        given.push(config, code)
        return () => undefined
      },
    })
    const callback = () => 'called'
    await runStep(coded, { field: 'a', callback })
    expect(given).toEqual([{ field: 'a', marks: 1 }, { callback }])
  })

  test.each(['', 'Shout', '1st', 'two words', 'a_b', '__proto__'])('cannot be called %j', (name) => {
    expect(() => defineStep({ ...shout, name })).toThrow(expect.objectContaining({ code: 'build.plugin' }))
  })

  test('must be able to do something', () => {
    const { run: _run, ...idle } = shout
    expect(() => defineStep(idle)).toThrow("Step type 'shout' has neither run nor createStep")
  })
})

describe('the abstract classes', () => {
  test.each([
    ['StepStrategy', StepStrategy],
    ['StepPlugin', StepPlugin],
  ])('%s cannot be instantiated, at run time either', (name, abstractClass) => {
    expect(() => Reflect.construct(abstractClass, [])).toThrow(`Can't instantiate abstract class ${name}`)
  })

  test('a strategy written by hand needs nothing but its two methods', async () => {
    class Echo extends StepStrategy<{ text: string }> {
      createStep({ text }: { text: string }) {
        return () => ({ text })
      }
      getNodeName(index: number) {
        return `echo ${index}`
      }
    }
    const stepFunction = new Echo().createStep({ text: 'hi' })
    expect(stepFunction()).toEqual({ text: 'hi' })
  })
})

describe('what counts as a plugin', () => {
  const methods = { getName: () => 'x', getStrategy: () => undefined, getConfigSchema: () => undefined }

  test.each([
    ['a defined step', defineStep(shout), true],
    ['an object with the three methods, from another copy of this package', methods, true],
    ['an object that lacks one', { ...methods, getStrategy: undefined }, false],
    ['a class', StepPlugin, false],
    ['null', null, false],
    ['text', 'shout', false],
  ])('%s', (_what, value, expected) => {
    expect(isStepPlugin(value)).toBe(expected)
  })
})

describe('exits', () => {
  test('are told apart from an update of a field called exit', () => {
    expect(isExit(exit('yes', { a: 1 }))).toBe(true)
    expect(isExit({ exit: 'yes', name: 'yes' })).toBe(false)
    expect(isExit(null)).toBe(false)
  })
})
