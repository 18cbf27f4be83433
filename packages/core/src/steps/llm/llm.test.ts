import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Message } from '../../models/Message.ts'
import { createScriptedModel, type ScriptedAnswer } from '../../testing/createScriptedModel.ts'
import { runStep } from '../../testing/runStep.ts'
import { LLMStep } from './LLMStep.ts'
import { LLMStepStrategy, llmStep } from './llm.ts'
import { llmStepSchema } from './llmStepSchema.ts'

const earlier: readonly Message[] = [
  { id: '1', role: 'user', content: 'Hi' },
  { id: '2', role: 'assistant', content: 'Hello' },
]

async function ask(
  config: Readonly<Record<string, unknown>>,
  state: Parameters<typeof runStep>[2] = {},
  answer: ScriptedAnswer = 'An answer',
) {
  const model = createScriptedModel([answer])
  const outcome = await runStep(llmStep, config, state, { model, nodeName: 'Draft', stepId: 'draft' })
  return { ...outcome, sent: model.requests[0]?.messages, request: model.requests[0] }
}

const history = { messages: JSON.parse(JSON.stringify(earlier)) }

describe('what is sent', () => {
  test.each([
    [
      'the system prompt, the conversation, then the prompt',
      { systemPrompt: 'Be {mood}.', promptTemplate: 'Why {what}?' },
      [{ role: 'system', content: 'Be kind.' }, ...earlier, { role: 'user', content: 'Why rain?' }],
    ],
    ['without prompts the conversation alone', {}, earlier],
    [
      'without a system prompt no empty one',
      { promptTemplate: 'Why?' },
      [...earlier, { role: 'user', content: 'Why?' }],
    ],
    [
      'no conversation when it is not wanted',
      { promptTemplate: 'Why?', useHistory: false },
      [{ role: 'user', content: 'Why?' }],
    ],
    [
      'a prompt that renders to nothing',
      { promptTemplate: '{nothing}', useHistory: false },
      [{ role: 'user', content: '' }],
    ],
  ])('%s', async (_what, config, expected) => {
    const { sent } = await ask(config, { ...history, mood: 'kind', what: 'rain', nothing: '' })
    expect(sent).toEqual(expected)
  })

  test('is as much of the conversation as the memory lets it see', async () => {
    const model = createScriptedModel(['An answer'])
    await runStep(llmStep, {}, history, { model, remember: (messages) => messages.slice(-1) })
    expect(model.requests[0]?.messages).toEqual([earlier[1]])
  })

  test('values are never read as templates again', async () => {
    const { sent } = await ask({ promptTemplate: 'Say {text}' }, { text: '{secret}', secret: 'no' })
    expect(sent).toEqual([{ role: 'user', content: 'Say {secret}' }])
  })

  test.each([
    [{ systemPrompt: 'Be {tone}', promptTemplate: '{nope}' }, "System prompt template 'Be {tone}' requires key 'tone'"],
    [
      { promptTemplate: 'Why {nope}?' },
      "Prompt template 'Why {nope}?' requires key 'nope' but it's not available in the state. Available keys: ['mood']",
    ],
  ])('%j fails before anything is sent', async (config, message) => {
    const model = createScriptedModel(['An answer'])
    await expect(runStep(llmStep, config, { mood: 'kind' }, { model })).rejects.toMatchObject({
      code: 'template.missing',
      message: expect.stringContaining(message),
    })
    expect(model.requests).toEqual([])
  })

  test('nothing at all is an error that names the step', async () => {
    await expect(ask({})).rejects.toMatchObject({
      code: 'step.config',
      stepId: 'draft',
      message: expect.stringContaining('"Draft" has nothing to send'),
    })
  })
})

describe('what is kept', () => {
  test.each([
    ['the prompt and the answer', { promptTemplate: 'Why?' }, ['user', 'assistant']],
    ['the answer alone when there was no prompt', { systemPrompt: 'Be kind.' }, ['assistant']],
    ['the answer alone when the prompt rendered to nothing', { promptTemplate: '{nothing}' }, ['assistant']],
  ])('%s', async (_what, config, roles) => {
    const { update } = await ask({ ...config }, { ...history, nothing: '' })
    expect(update).toEqual({ messages: roles.map((role) => expect.objectContaining({ role })) })
  })

  test('the text of the answer goes into a field as well', async () => {
    const { update } = await ask({ promptTemplate: 'Why?', writes: 'reason' })
    expect(update).toMatchObject({ reason: 'An answer' })
  })

  test('text is shown as it comes', async () => {
    const { deltas } = await ask({ promptTemplate: 'Why?' }, {}, 'Because it rains')
    expect(deltas).toEqual(['Because ', 'it ', 'rains'])
  })
})

describe('the model', () => {
  test('is asked for with the settings of the step', async () => {
    const { askedFor } = await ask({ promptTemplate: 'Hi', llmConfig: { model: 'small', temperature: 1 } })
    expect(askedFor).toEqual([{ model: 'small', temperature: 1 }])
  })

  test('made in code wins', async () => {
    const llm = createScriptedModel(['from code'])
    const { askedFor } = await ask({ promptTemplate: 'Hi', llm, llmConfig: { model: 'small' } })
    expect(askedFor).toEqual([llm])
  })

  test('that cannot be had is heard of before a missing variable', async () => {
    await expect(runStep(llmStep, { promptTemplate: '{nope}' })).rejects.toThrow('needs a model')
  })

  test('that fails fails the step', async () => {
    await expect(ask({ promptTemplate: 'Hi' }, {}, new Error('down'))).rejects.toThrow('down')
  })
})

describe('a structured answer', () => {
  const schema = {
    type: 'object',
    properties: { mood: { type: 'string' }, score: { type: 'number' } },
    required: ['mood'],
  }
  const config = { promptTemplate: 'How?', structuredOutput: { schema } }

  test('is asked for by its schema, and its properties become fields', async () => {
    const { update, request } = await ask(config, {}, { output: { mood: 'glad', score: 3 } })
    expect(request?.output).toEqual({ name: 'answer', schema })
    expect(update).toEqual({ mood: 'glad', score: 3 })
  })

  test('goes as a whole under a key', async () => {
    const keyed = { ...config, structuredOutput: { schema, key: 'facts' }, writes: 'ignored' }
    const { update } = await ask(keyed, {}, { output: { mood: 'glad' } })
    expect(update).toEqual({ facts: { mood: 'glad' } })
  })

  test('leaves out what the schema does not name', async () => {
    const { update } = await ask(config, {}, { output: { mood: 'glad', extra: true } })
    expect(update).toEqual({ mood: 'glad' })
  })

  test('of a schema without properties is taken as it is', async () => {
    const open = { ...config, structuredOutput: { schema: { type: 'object' }, key: 'all' } }
    const { update } = await ask(open, {}, { output: { any: 'thing' } })
    expect(update).toEqual({ all: { any: 'thing' } })
  })

  test('may come as the text of the answer', async () => {
    const { update } = await ask(config, {}, '{"mood":"glad"}')
    expect(update).toEqual({ mood: 'glad' })
  })

  test.each([
    ['is no object', 'I am glad'],
    ['is no object', '["glad"]'],
    ['is no object', { output: 'glad' }],
    ['lacks mood', { output: { score: 1 } }],
  ])('that %s is refused: %j', async (reason, answer) => {
    await expect(ask(config, {}, answer)).rejects.toMatchObject({
      code: 'provider.badAnswer',
      message: expect.stringContaining(reason),
    })
  })

  test('is checked and completed by a zod schema given in code', async () => {
    const structuredOutputModel = z.object({ mood: z.enum(['glad', 'sad']), score: z.number().default(0) })
    const { update } = await ask({ ...config, structuredOutputModel }, {}, { output: { mood: 'glad' } })
    expect(update).toEqual({ mood: 'glad', score: 0 })
    await expect(ask({ ...config, structuredOutputModel }, {}, { output: { mood: 'odd' } })).rejects.toMatchObject({
      code: 'provider.badAnswer',
    })
  })
})

describe('what the designer is told', () => {
  const { definition } = llmStep
  const parse = (config: z.input<typeof llmStepSchema>) => llmStepSchema.parse(config)
  const object = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, {}])) })

  test.each([
    [{}, "Ask *the agent's model* to go on with the conversation"],
    [{ promptTemplate: 'Why {what}?' }, "Ask *the agent's model*: Why {what}?"],
    [{ promptTemplate: 'Why?', writes: 'reason', llmConfig: { model: 'gpt-4o' } }, 'Ask *gpt-4o* to write *reason*'],
    [{ structuredOutput: { schema: object('a') } }, "Ask *the agent's model* to fill in fields"],
    [{ structuredOutput: { schema: {}, key: 'facts' } }, "Ask *the agent's model* to write *facts*"],
  ])('%j reads: %s', (config, summary) => {
    expect(definition.summarize(parse(config))).toBe(summary)
  })

  test.each([
    [{}, ['messages']],
    [{ writes: 'reason' }, ['messages', 'reason']],
    [{ structuredOutput: { schema: object('a', 'b') } }, ['a', 'b']],
    [{ structuredOutput: { schema: object('a'), key: 'facts' } }, ['facts']],
    [{ structuredOutput: { schema: {} } }, undefined],
  ])('%j writes %j', (config, fields) => {
    expect(definition.writes?.(parse(config))).toEqual(fields)
  })

  test('it reads the conversation unless told not to', () => {
    expect(definition.reads?.(parse({}))).toEqual(['messages'])
    expect(definition.reads?.(parse({ useHistory: false }))).toEqual([])
  })

  test('it talks to a model, with settings of its own or without', () => {
    expect(definition.model?.(parse({}))).toEqual({})
    expect(definition.model?.(parse({ llmConfig: { model: 'a' } }))).toEqual({ llmConfig: { model: 'a' } })
  })

  test.each([
    [{ useHistory: false }, 'error', 'config.promptTemplate'],
    [{ writes: 'messages' }, 'error', 'config.writes'],
    [{ writes: 'a', structuredOutput: { schema: object('b') } }, 'warning', 'config.writes'],
    [{ structuredOutput: { schema: { type: 'object' } } }, 'error', 'config.structuredOutput.schema'],
    [{ structuredOutput: { schema: { properties: {} } } }, 'error', 'config.structuredOutput.schema'],
  ])('%j has a problem: %s at %s', (config, severity, path) => {
    const found = definition.validate?.(parse(config), { stepId: 'a', agent: createAgentConfig() })
    expect(found).toEqual([expect.objectContaining({ code: 'step.config', severity, path })])
  })
})

describe('the strategy and the step as classes', () => {
  test('the strategy names its steps', () => {
    const strategy: LLMStepStrategy = new LLMStepStrategy()
    expect(strategy.getNodeName(3)).toBe('llm_step_3')
  })

  test('a step can be made by hand, from part of its settings', () => {
    expect(new LLMStep({ promptTemplate: 'Hi' }).config).toMatchObject({ promptTemplate: 'Hi', useHistory: true })
    expect(() => new LLMStep({ useHistory: 'yes' as never })).toThrow('Send the conversation must be true or false')
  })
})
