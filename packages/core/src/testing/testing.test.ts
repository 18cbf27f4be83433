import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { defineStep } from '../step/defineStep.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'
import { llmStep } from '../steps/llm/llm.ts'
import { createScriptedModel } from './createScriptedModel.ts'
import { createStepContext } from './createStepContext.ts'
import { describeStep } from './describeStep.ts'
import { runStep } from './runStep.ts'
import { type OlderSettings, stepContract } from './stepContract.ts'

const base: StepDefinition<Record<string, unknown>> = {
  name: 'tried',
  version: 1,
  title: 'Tried',
  description: '',
  category: 'other',
  icon: 'flask',
  schema: z.looseObject({ text: z.string().default('hi') }),
  summarize: () => 'Tried',
  run: () => undefined,
}

async function failures(definition: Partial<typeof base>, older: readonly OlderSettings[] = []) {
  const failed: string[] = []
  for (const { name, check } of stepContract(defineStep({ ...base, ...definition }), older)) {
    try {
      await check()
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return failed
}

describe('the contract of a step type', () => {
  test('is kept by a plain one', async () => {
    expect(await failures({})).toEqual([])
  })

  const port = { id: 'a', label: 'A' }
  const example = (config: Record<string, never>) => ({ examples: [{ title: 'One', config }] })
  const callModel: typeof base.run = async (_state, { models, signal }) => {
    const model = await models.get()
    await model.chat({ messages: [], signal })
    return {}
  }

  test.each<[string, Partial<typeof base>, RegExp]>([
    [
      'settings that change when parsed again',
      {
        schema: z.object({
          n: z
            .number()
            .default(1)
            .transform((n) => n + 1),
        }),
      },
      /parsed again, \{"n":2\} becomes \{"n":3\}/,
    ],
    ['settings without a default', { schema: z.object({ text: z.string() }) }, /fills in defaults/],
    ['two ports of one id', { ports: () => ({ inputs: [], outputs: [port, port] }) }, /its ports are a, a/],
    ['a port without an id', { ports: () => ({ inputs: [{ id: '', label: '' }], outputs: [] }) }, /its ports are/],
    ['a summary of two lines', { summarize: () => 'a\nb' }, /its summary is "a\\nb"/],
    ['a summary with a star too few', { summarize: () => 'Ask *x' }, /its summary is/],
    ['no summary', { summarize: () => ' ' }, /its summary is/],
    [
      'a text that stands elsewhere',
      { texts: () => [{ path: 'config.txt', text: 'hi', language: 'template' }] },
      /at config.txt stands undefined, not "hi"/,
    ],
    [
      'an example with a problem',
      { schema: z.object({ n: z.number().default(1) }), ...example({ n: 'x' as never }) },
      /One: config.n N must be a number, not text/,
    ],
    [
      'an example that is not valid',
      { ...example({}), validate: () => [{ code: 'step.config', severity: 'error', message: 'Odd.' }] },
      /One: Odd/,
    ],
    ['a version that nothing shows to be read', { version: 2 }, /Give settings that version 1 wrote/],
    [
      'a model asked without the signal',
      {
        run: async (_state, { models }) => {
          const model = await models.get()
          await model.chat({ messages: [], signal: new AbortController().signal })
          return {}
        },
      },
      /without handing on context.signal/,
    ],
    [
      'a fetch without the signal',
      { run: async (_state, { fetch }) => void (await fetch('http://localhost/')) },
      /without handing on context.signal/,
    ],
    [
      'a stop that is swallowed',
      { run: async (state, context) => Promise.resolve(callModel?.(state, context)).catch(() => ({})) },
      /ended as if it had not been/,
    ],
  ])('is broken by %s', async (_what, definition, message) => {
    expect(await failures(definition)).toEqual(expect.arrayContaining([expect.stringMatching(message)]))
  })

  test('is kept by a step that is stopped while it waits for a model or the sandbox', async () => {
    expect(await failures({ run: callModel })).toEqual([])
    const run: typeof base.run = async (_state, { sandbox, signal }) =>
      void (await sandbox.run({ code: '', scope: {}, signal }))
    expect(await failures({ run })).toEqual([])
  })

  test('older settings must be read', async () => {
    const schema = z.object({ text: z.string().default('') })
    const migrate: typeof base.migrate = ({ old }) => ({ text: old ?? '' })
    const older = [{ version: 1, config: { old: 'hi' } }]
    expect(await failures({ schema, version: 2, migrate }, older)).toEqual([])
    expect(await failures({ schema, version: 2 }, older)).toEqual([expect.stringContaining('Version 1: config.old')])
  })

  test('a plugin whose names disagree is found out', async () => {
    const plugin = Object.create(defineStep(base), { getName: { value: () => 'other' } })
    const [check] = stepContract(plugin)
    expect(() => check?.check()).toThrow("It is called 'other', its definition 'tried'.")
  })

  test('is told to any test runner', () => {
    const names: string[] = []
    describeStep(defineStep(base), {
      describe: (name, body) => {
        names.push(name)
        body()
      },
      test: (name) => names.push(name),
    })
    expect(names[0]).toBe('step type tried')
    expect(names).toContain('is summarised in one line')
  })
})

describe('a scripted model', () => {
  const request = (signal = new AbortController().signal) => ({ messages: [], signal })

  test('answers in turn, and says when it has nothing left to say', async () => {
    const model = createScriptedModel([
      'one',
      { content: 'two', usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 } },
    ])
    expect((await model.chat(request())).message.content).toBe('one')
    expect((await model.chat(request())).usage?.totalTokens).toBe(3)
    await expect(model.chat(request())).rejects.toThrow('The scripted model has 2 answers; this is question 3.')
  })

  test('can decide by the question, call tools and give objects', async () => {
    const toolCalls = [{ id: '1', name: 'search', args: {} }]
    const model = createScriptedModel([({ messages }) => `${messages.length} messages`, { toolCalls }, { output: [1] }])
    expect((await model.chat(request())).message.content).toBe('0 messages')
    expect((await model.chat(request())).message).toEqual({ role: 'assistant', content: '', toolCalls })
    expect(await model.chat(request())).toMatchObject({ output: [1], message: { content: '[1]' } })
  })

  test('does not answer who has gone', async () => {
    const model = createScriptedModel(['one'])
    await expect(model.chat(request(AbortSignal.abort()))).rejects.toMatchObject({ code: 'run.stopped' })
    expect(model.requests).toEqual([])
  })
})

describe('surroundings that a test does not give', () => {
  test.each([
    ['model', { run: async (_state, { models }) => void (await models.get()) }],
    ['fetch', { run: async (_state, { fetch }) => void (await fetch('http://localhost/')) }],
    ['sandbox', { run: async (_state, { sandbox }) => void (await sandbox.run({ code: '', scope: {} })) }],
    ['answer', { run: (_state, { ask }) => ({ said: ask('Sure?') }) }],
  ] satisfies [string, Partial<typeof base>][])('are refused: %s', async (what, definition) => {
    await expect(runStep(defineStep({ ...base, ...definition }), {})).rejects.toThrow(`The step needs a ${what}`)
  })

  test('those it gives are there', async () => {
    const { context, logs } = createStepContext(
      {},
      { answer: 'yes', fields: { a: 'string' }, stepId: 's', nodeName: 'S' },
    )
    context.log('INFO', 'hello', { a: 1 })
    expect([context.ask('Sure?'), context.fields, context.stepId, context.nodeName, logs]).toEqual([
      'yes',
      { a: 'string' },
      's',
      'S',
      [{ level: 'INFO', message: 'hello', data: { a: 1 } }],
    ])
  })

  test('a step is run by its strategy', async () => {
    const { update, exit } = await runStep(
      llmStep,
      { promptTemplate: 'Hi' },
      {},
      { model: createScriptedModel(['Yes']) },
    )
    expect([update.messages, exit]).toEqual([expect.any(Array), undefined])
  })
})
