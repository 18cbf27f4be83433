import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { AgentError } from '../../errors/AgentError.ts'
import { createScriptedModel, type ScriptedAnswer } from '../../testing/createScriptedModel.ts'
import { runStep } from '../../testing/runStep.ts'
import { routerStep } from './router.ts'

const routes = [
  { name: 'refund', description: 'Wants money back' },
  { name: 'Other', description: '' },
]

async function route(answer: ScriptedAnswer, config: Readonly<Record<string, unknown>> = {}, state = {}) {
  const model = createScriptedModel([answer])
  const settings = { prompt: 'Which kind? {question}', routes, ...config }
  const surroundings = { model, stepId: 'classify' }
  const outcome = await runStep(routerStep, settings, { question: 'Money!', ...state }, surroundings)
  return { ...outcome, request: model.requests[0] }
}

describe('the question', () => {
  test('tells the routes, shows the prompt, and asks for one of the names', async () => {
    const { request } = await route('refund')
    const [rules, question] = request?.messages ?? []
    expect(rules?.role).toBe('system')
    expect(rules?.content).toContain('- refund: Wants money back\n- Other\n')
    expect(question).toEqual({ role: 'user', content: 'Which kind? Money!' })
    expect(request?.output?.schema).toMatchObject({ properties: { route: { enum: ['refund', 'Other'] } } })
  })

  test('without a prompt is about the conversation so far', async () => {
    const messages = [{ role: 'user', content: 'Give it back' }]
    const { request } = await route('refund', { prompt: '' }, { messages })
    expect(request?.messages.slice(1)).toEqual(messages)
  })

  test('about nothing is not asked', async () => {
    await expect(route('refund', { prompt: '' })).rejects.toMatchObject({
      code: 'step.config',
      path: 'config.prompt',
      message: expect.stringContaining('has nothing to judge'),
    })
  })

  test('goes to the model of the step', async () => {
    const { askedFor } = await route('refund', { llmConfig: { model: 'small' } })
    expect(askedFor).toEqual([{ model: 'small' }])
  })

  test('a missing variable fails before the model is asked', async () => {
    await expect(route('refund', { prompt: '{nope}' })).rejects.toMatchObject({ code: 'template.missing' })
  })
})

describe('the answer', () => {
  test.each<[ScriptedAnswer, string]>([
    [{ output: { route: 'refund' } }, 'refund'],
    [{ output: { route: ' other ' } }, 'Other'],
    [{ output: 'refund' }, 'refund'],
    ['refund', 'refund'],
    [' REFUND\n', 'refund'],
    [{ output: { kind: 'refund' }, content: 'Other' }, 'Other'],
  ])('%j takes the route %s', async (answer, name) => {
    const { exit, update, deltas } = await route(answer)
    expect(exit).toBe(name)
    expect(update).toEqual({})
    expect(deltas).toEqual([])
  })

  test.each([
    ['Refund', 'refund'],
    ['{"route":"REFUND"}', 'refund'],
  ])('that does not have the form asked for is judged by its words: %s', async (text, name) => {
    const refusal = new AgentError('provider.badAnswer', 'It holds no JSON.', { detail: { text } })
    expect((await route(refusal)).exit).toBe(name)
  })

  test.each([
    new AgentError('provider.badAnswer', 'It holds no JSON.'),
    new AgentError('provider.auth', 'No.', { detail: { text: 'refund' } }),
    new Error('refund'),
  ])('any other fault stays one: %s', async (fault) => {
    await expect(route(fault)).rejects.toBe(fault)
  })

  test('is the exact name before another spelling of it', async () => {
    const twins = [{ name: 'ok' }, { name: 'OK' }]
    expect((await route('OK', { routes: twins })).exit).toBe('OK')
  })

  test('goes into a field', async () => {
    expect((await route('other', { writes: 'category' })).update).toEqual({ category: 'Other' })
  })

  test.each<[ScriptedAnswer, string]>([
    ['I would say refund', '"I would say refund"'],
    ['', 'nothing'],
    [{ output: { route: 'constructor' } }, '"constructor"'],
    ['x'.repeat(300), `"${'x'.repeat(199)}…"`],
  ])('%j is a fault that lists the routes', async (answer, words) => {
    await expect(route(answer)).rejects.toMatchObject({
      code: 'run.unknownRoute',
      stepId: 'classify',
      message: expect.stringContaining(`The model answered ${words}, which names none of the routes: refund, Other.`),
      detail: { available: ['refund', 'Other'] },
    })
  })
})

describe('what the designer is told', () => {
  const { definition } = routerStep
  const parse = (config: object) => definition.schema.parse(config)

  test('the routes are its ports', () => {
    expect(definition.ports?.(parse({ routes })).outputs.map(({ id }) => id)).toEqual(['refund', 'Other'])
  })

  test('it reads the conversation only without a prompt', () => {
    expect(definition.reads?.(parse({}))).toEqual(['messages'])
    expect(definition.reads?.(parse({ prompt: 'Which?' }))).toEqual([])
  })

  test('it writes the route where it is told to', () => {
    expect(definition.writes?.(parse({}))).toEqual([])
    expect(definition.writes?.(parse({ writes: 'category' }))).toEqual(['category'])
  })

  test.each([
    [{ routes: [] }, 'config.routes'],
    [{ routes: [{ name: 'a' }, { name: 'a' }] }, 'config.routes[1].name'],
    [{ routes: [{ name: 'a' }, {}] }, 'config.routes[1].name'],
    [{ writes: 'messages' }, 'config.writes'],
  ])('%j has a problem at %s', (config, path) => {
    const found = definition.validate?.(parse(config), { stepId: 'a', agent: createAgentConfig() })
    expect(found).toEqual([expect.objectContaining({ code: 'step.config', severity: 'error', path })])
  })

  test.each([
    [{ routes }, 'Let the model choose *refund* or *Other*'],
    [{ routes, llmConfig: { model: 'gpt-4o' } }, 'Let *gpt-4o* choose *refund* or *Other*'],
    [{ routes: [] }, 'Let the model choose the way'],
  ])('%j reads: %s', (config, summary) => {
    expect(definition.summarize(parse(config))).toBe(summary)
  })
})
