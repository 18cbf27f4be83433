import { type Schema, Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { describeSteps } from '../../test/describeSteps.ts'
import { createAgentJsonSchema } from './createAgentJsonSchema.ts'

const definitions = describeSteps()

/** Whether a whole file satisfies the schema made for these step types. */
function accepts(file: object, steps: Parameters<typeof createAgentJsonSchema>[0] = definitions): boolean {
  // The package types a schema more narrowly than JSON Schema is.
  const validator = new Validator(createAgentJsonSchema(steps) as Schema, '7')
  return validator.validate({ version: 1, stateType: { name: 'S', fields: {} }, ...file }).valid
}

describe('the JSON Schema of a file', () => {
  test.each<[string, object, boolean]>([
    ['an empty agent', {}, true],
    ['an unknown key', { mine: 1 }, true],
    ['a step of a type nobody knows', { steps: [{ id: 'a', strategyType: 'theirs', config: { any: [1] } }] }, true],
    ['a model step with settings left out', { steps: [{ id: 'a', strategyType: 'llm' }] }, true],
    [
      'a model step with a number for a prompt',
      { steps: [{ id: 'a', strategyType: 'llm', config: { promptTemplate: 3 } }] },
      false,
    ],
    [
      'a route without the right shape',
      { steps: [{ id: 'a', strategyType: 'router', config: { routes: [1] } }] },
      false,
    ],
    ['a step without a type', { steps: [{ id: 'a' }] }, false],
    ['an id that is no slug', { steps: [{ id: 'A B', strategyType: 'llm' }] }, false],
    ['a field name that is none', { stateType: { name: 'S', fields: { 'a-b': { type: 'string' } } } }, false],
    ['a memory of no kind', { memory: { memoryType: 'elephant' } }, false],
    ['a temperature too high', { llmConfig: { provider: 'openai', model: 'm', temperature: 3 } }, false],
    ['a position of three', { layout: { a: [1, 2, 3] } }, false],
    ['a newer version', { version: 2 }, false],
  ])('%s', (_name, file, valid) => {
    expect(accepts(file)).toBe(valid)
  })

  test('references of a step type stay its own, also to itself', () => {
    interface Tree {
      label: string
      children?: Tree[] | undefined
    }
    const tree: z.ZodType<Tree> = z.object({
      label: z.string(),
      get children() {
        return z.array(tree).optional()
      },
    })
    const steps = ['one', 'two'].map((name) => ({
      name,
      title: name,
      description: name,
      schema: z.object({ tree, any: z.json() }),
    }))
    const file = (label: unknown) => ({
      steps: [{ id: 'a', strategyType: 'two', config: { any: [{}], tree: { label: 'x', children: [{ label }] } } }],
    })
    expect(accepts(file('deep'), steps)).toBe(true)
    expect(accepts(file(5), steps)).toBe(false)
    const self = { name: 'self', title: 'Self', description: '', schema: tree }
    expect(
      accepts({ steps: [{ id: 'a', strategyType: 'self', config: { label: 'x', children: [{}] } }] }, [self]),
    ).toBe(false)
  })

  test('speaks of files, not of forms, but keeps properties that are called like form keys', () => {
    const schema = z.object({ step: z.string().meta({ widget: 'prompt', advanced: true }), count: z.int() })
    const text = JSON.stringify(createAgentJsonSchema([{ name: 'x', title: 'X', description: '', schema }]))
    expect(text).not.toContain('"widget"')
    expect(text).not.toContain('"advanced"')
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER))
    expect(text).toContain('"step":{"type":"string"}')
  })
})
