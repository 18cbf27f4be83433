import { describe, expect, test } from 'vitest'
import { collect } from '../../../test/testAgent.ts'
import type { EdgeConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { AgentBuilderDirector } from '../../director/AgentBuilderDirector.ts'
import { validateAgentConfig } from '../../director/validateAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import { runStep } from '../../testing/runStep.ts'
import { readHumanQuestion } from './HumanQuestion.ts'
import { humanStep } from './human.ts'

type Config = Readonly<Record<string, unknown>>

/** Runs the step with these answers, one after the other; tells what it asked. */
async function ask(config: Config, answers: readonly Json[], state = {}) {
  const questions: Json[] = []
  const outcome = await runStep(humanStep, config, state, {
    nodeName: 'Review',
    answer: (question) => {
      questions.push(question)
      return answers[questions.length - 1] ?? null
    },
  })
  return { ...outcome, questions }
}

const form = {
  mode: 'form',
  schema: { type: 'object', properties: { city: { type: 'string' }, nights: { type: 'integer' } }, required: ['city'] },
} as const

describe('the question', () => {
  test('shows texts with values of the state', async () => {
    const config = { title: 'Publish {name}?', text: 'Draft:\n{draft}', reasonRequired: true }
    const { questions } = await ask(config, [true], { name: 'it', draft: 'Words.' })
    expect(questions).toEqual([
      { kind: 'human', mode: 'approve', title: 'Publish it?', text: 'Draft:\nWords.', reasonRequired: true },
    ])
  })

  test('without a title is called like the step', async () => {
    expect((await ask({}, [true])).questions).toMatchObject([{ title: 'Review' }])
  })

  test('is not asked when a value is missing', async () => {
    await expect(ask({ text: '{nope}' }, [true])).rejects.toMatchObject({ code: 'template.missing' })
    await expect(ask({ mode: 'edit', field: 'draft' }, ['x'])).rejects.toMatchObject({
      code: 'template.missing',
      path: 'config.field',
    })
    await expect(ask({ mode: 'edit', field: 'draft' }, ['x'], { draft: [1] })).rejects.toThrow(/holds no text/)
  })

  test.each<[Config]>([
    [{ mode: 'approve', reasonRequired: true, text: 'Ok?' }],
    [{ mode: 'edit', field: 'draft' }],
    [{ mode: 'choose', options: [{ name: 'a', description: 'First' }] }],
    [{ mode: 'answer', text: 'Why?', writes: 'why' }],
    [form],
  ])('can be read back from a run’s event: %j', async (config) => {
    const answers = { approve: true, edit: '', choose: 'a', answer: 'x', form: { city: 'Rome' } }
    const { questions } = await ask(config, [answers[config.mode as keyof typeof answers]], { draft: 'D' })
    expect(readHumanQuestion(questions[0] ?? null)).toEqual(questions[0])
  })

  test.each<[object, object]>([
    [{ mode: 'edit' }, { draft: '' }],
    [{ mode: 'choose' }, { options: [] }],
    [
      { mode: 'choose', options: ['a', { description: 'b' }, { name: 'c', description: 3 }] },
      { options: [{ name: 'c', description: '' }] },
    ],
    [{ mode: 'form', schema: 'city' }, { schema: {} }],
    [
      { mode: 'answer', fault: 'Too long.', given: 'x' },
      { fault: 'Too long.', given: 'x' },
    ],
    [{ mode: 'answer', fault: 3 }, {}],
  ])('made by others, it is read as far as it is one: %j', (part, expected) => {
    const question = { kind: 'human', title: 'T', text: 'Q', ...part }
    const { mode } = readHumanQuestion(question) ?? {}
    expect(readHumanQuestion(question)).toEqual({ kind: 'human', title: 'T', text: 'Q', mode, ...expected })
  })

  test.each<[Json]>([
    [null],
    ['ok?'],
    [{ kind: 'tool' }],
    [{ kind: 'human' }],
    [{ kind: 'human', mode: 'guess', title: '', text: '' }],
  ])('of another kind is none of a person’s: %j', (question) => {
    expect(readHumanQuestion(question)).toBeUndefined()
  })
})

describe('the answer', () => {
  test.each<[string, Config, Json, object, string | undefined]>([
    ['approved', { writes: 'why' }, { approved: true }, { why: '' }, 'approved'],
    ['approved in a word', {}, true, {}, 'approved'],
    ['rejected with a reason', { writes: 'why' }, { approved: false, reason: 'Dull.' }, { why: 'Dull.' }, 'rejected'],
    ['edited, back into its field', { mode: 'edit', field: 'draft' }, 'Better.', { draft: 'Better.' }, undefined],
    ['edited, into another field', { mode: 'edit', field: 'draft', writes: 'final' }, '', { final: '' }, undefined],
    ['chosen', { mode: 'choose', writes: 'way' }, 'no', { way: 'no' }, 'no'],
    ['answered', { mode: 'answer', writes: 'order' }, 'No. 7', { order: 'No. 7' }, undefined],
    ['filled in, each for itself', form, { city: 'Rome' }, { city: 'Rome' }, undefined],
    [
      'filled in, as a whole',
      { ...form, writes: 'trip' },
      { city: 'Rome', nights: 2 },
      { trip: { city: 'Rome', nights: 2 } },
      undefined,
    ],
  ])('%s', async (_, ...[config, answer, update, exit]) => {
    const outcome = await ask(config, [answer], { draft: 'D' })
    expect(outcome.update).toEqual(update)
    expect(outcome.exit).toBe(exit)
  })

  test.each<[Config, Json, RegExp, Json]>([
    [{}, 'maybe', /Approve or reject/, true],
    [{ reasonRequired: true }, { approved: false, reason: ' ' }, /Say why/, { approved: false, reason: 'Dull.' }],
    [{ mode: 'edit', field: 'draft' }, { text: 'x' }, /edited text/, 'x'],
    [{ mode: 'choose' }, 'perhaps', /yes, no/, 'yes'],
    [{ mode: 'answer', writes: 'order' }, '  ', /empty/, 'x'],
    [form, { nights: 2 }, /city/, { city: 'Rome' }],
    [form, { city: 'Rome', nights: 'two' }, /nights/, { city: 'Rome' }],
    [form, 'Rome', /object/, { city: 'Rome' }],
  ])('%j refuses %j, says why, and can still be answered', async (config, bad, fault, good) => {
    const { questions } = await ask(config, [bad, good], { draft: 'D' })
    expect(questions).toHaveLength(2)
    expect(questions[1]).toEqual({ ...(questions[0] as object), fault: expect.stringMatching(fault), given: bad })
  })
})

describe('in an agent', () => {
  const base = createAgentConfig({
    name: 'S',
    fields: {
      draft: { type: 'string', default: 'First.' },
      why: { type: 'string' },
      log: { type: 'array', reducer: 'append' },
    },
  })
  const set = (id: string, field: string, value: string) => ({
    id,
    strategyType: 'set',
    config: { values: [{ field, kind: 'template', value }] },
  })

  async function build(
    steps: readonly { id: string; strategyType: string; config: Config }[],
    edges: readonly EdgeConfig[],
  ) {
    const config = { ...base, steps, edges } as typeof base
    return new AgentBuilderDirector(config, createDefaultRegistry()).build()
  }

  const review = { id: 'review', strategyType: 'human', config: { text: '{draft}', writes: 'why' } }
  const loop = [
    { from: 'START', to: 'review' },
    { from: 'review', exit: 'rejected', to: 'revise' },
    { from: 'revise', to: 'review' },
    { from: 'review', exit: 'approved', to: 'publish' },
  ]

  test('a loop goes round until the person approves, and each round is asked with what it made', async () => {
    const agent = await build([review, set('revise', 'draft', '{draft} {why}'), set('publish', 'log', '{draft}')], loop)
    const options = { threadId: 't' }
    const seen: unknown[] = []
    let events = await collect(agent, {}, options)
    for (const resume of [
      'what?',
      { approved: false, reason: 'Longer.' },
      { approved: false, reason: 'Still.' },
      true,
    ]) {
      const pause = events.at(-1)
      seen.push(pause?.type === 'run-pause' ? pause.questions.map(({ question }) => question) : pause)
      events = await collect(agent, null, { ...options, resume })
    }
    expect(seen).toMatchObject([
      [{ text: 'First.' }],
      [{ text: 'First.', fault: expect.any(String), given: 'what?' }],
      [{ text: 'First. Longer.' }],
      [{ text: 'First. Longer. Still.' }],
    ])
    expect(seen[3]).toEqual([expect.not.objectContaining({ fault: expect.anything() })])
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['First. Longer. Still.'], why: '' } })
  })

  test('what cannot work is said before anything runs', () => {
    const problemsOf = (config: Config) => {
      const steps = [{ id: 'a', strategyType: 'human', config: config as Record<string, Json> }]
      return validateAgentConfig({ ...base, steps }, createDefaultRegistry()).map(({ path, severity }) => [
        severity,
        path,
      ])
    }
    expect(problemsOf({ mode: 'edit' })).toContainEqual(['error', 'config.field'])
    expect(problemsOf({ mode: 'answer', text: 'Why?' })).toContainEqual(['error', 'config.writes'])
    expect(problemsOf({ text: 'x', writes: 'messages' })).toContainEqual(['error', 'config.writes'])
    expect(problemsOf({ mode: 'form' })).toContainEqual(['error', 'config.schema'])
    expect(problemsOf({ mode: 'choose', options: [] })).toContainEqual(['error', 'config.options'])
    expect(problemsOf({ mode: 'choose', text: 'x', options: [{ name: 'a' }, { name: 'a' }] })).toContainEqual([
      'error',
      'config.options[1].name',
    ])
    expect(problemsOf({})).toContainEqual(['warning', 'config.text'])
    expect(problemsOf({ text: '{nope}' })).toContainEqual(['error', 'config.text'])
  })
})
