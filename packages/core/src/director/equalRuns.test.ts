import '../../test/withIndexedDB.ts'
import fc from 'fast-check'
import { deleteDB } from 'idb'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { arbitraryPausingAgent } from '../../test/arbitraryRun.ts'
import { collect } from '../../test/testAgent.ts'
import { IndexedDBCheckpointer } from '../checkpoint/IndexedDBCheckpointer.ts'
import { LastingCheckpointer } from '../checkpoint/LastingCheckpointer.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import { serializeAgentConfig } from '../config/serializeAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { Json } from '../json/Json.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { defineStep } from '../step/defineStep.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { StepStrategy } from '../step/StepStrategy.ts'
import { readHumanQuestion } from '../steps/human/HumanQuestion.ts'
import { humanStep } from '../steps/human/human.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'

/** What JSON has no word for, or the engine a meaning of its own. */
const odd = {
  minusZero: -0,
  nothing: undefined,
  list: [undefined, { lc: 1, $: 'x' }],
  $: { __overwrite__: [1] },
} as unknown as Json

function typeOf(name: string, run: StepFunction) {
  const look = { version: 1, title: name, description: '', category: 'other', icon: 'hand' } as const
  return defineStep({
    ...look,
    name,
    schema: z.object({}),
    agents: () => ['inner'],
    summarize: () => name,
    run,
  }).getStrategy()
}

/** Each round of a loop notes something, so that a log with this many notes has been round often enough. */
const manyNotes = 8

/**
 * What a person says: the same to the same question, whatever was asked before it. Some are refused at first, and some
 * rounds of a loop are one too few, but none goes on until the limit of steps.
 */
function answer(question: Json): Json {
  const { title = '', text = '', mode, fault } = readHumanQuestion(question) ?? {}
  if (mode === 'approve') {
    const enough = text.split('noted').length > manyNotes
    return enough || text.length % 3 > 0 || { approved: false, reason: text }
  }
  return title.endsWith('2') && fault === undefined ? '' : `answered ${sumOf(text)}`
}

/** A short word for a text: answers that repeated the log would double it each time. */
const sumOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 999_983, 7)

/** The types of steps of one run. Work that is done twice shows in the state. */
function createTypes(person?: typeof answer): StepRegistry {
  const registry = createDefaultRegistry()
  const worked = new Map<string, number>()
  registry.register(
    'odd',
    typeOf('odd', () => ({ bag: { odd }, log: [odd] })),
  )
  const work = (stepId: string) => {
    worked.set(stepId, (worked.get(stepId) ?? 0) + 1)
    return `${stepId} worked ${worked.get(stepId)}`
  }
  registry.register(
    'work',
    typeOf('work', async (_, { stepId, once, ask }) => {
      const done = await once('work', async () => work(stepId))
      return { log: [done, (person ?? ask)({ kind: 'human', mode: 'answer', title: stepId, text: done })] }
    }),
  )
  registry.register(
    'call',
    typeOf('call', async ({ log }, { stepId, runAgent, once }) => {
      const done = await once('before', async () => work(stepId))
      const state = await runAgent('inner', { log: log as Json })
      return { log: [done, state.log as Json] }
    }),
  )
  if (person !== undefined) registry.register('human', answeredAtOnce(person), humanStep.definition)
  return registry
}

/** The human step with somebody beside it who answers before it has to wait. */
function answeredAtOnce(person: typeof answer) {
  const human = new (humanStep.getStrategy())()
  return class extends StepStrategy<Parameters<typeof human.createStep>[0]> {
    async createStep(config: Parameters<typeof human.createStep>[0]): Promise<StepFunction> {
      const made = await human.createStep(config)
      return (state, context) => made(state, Object.create(context, { ask: { value: person } }))
    }
    getNodeName(index: number): string {
      return human.getNodeName(index)
    }
  }
}

const build = (config: AgentConfig, registry: StepRegistry, checkpointer?: LastingCheckpointer) =>
  new AgentBuilderDirector(config, registry, checkpointer === undefined ? {} : { checkpointer }).build()

function endOf(events: readonly RunEvent[]): Json {
  const last = events.at(-1)
  if (last?.type !== 'run-end') throw new Error(`ended with ${JSON.stringify(last)}`)
  return last.state as Json
}

/** A run whose page is closed at every pause: nothing is carried on but the file and the database. */
async function runWithReloads(text: string, choose: (most: number) => number): Promise<Json> {
  const name = `equal-${crypto.randomUUID()}`
  const registry = createTypes()
  let input: Record<string, never> | null = {}
  let resume: Json | undefined
  while (true) {
    const parsed = parseAgentConfig(text)
    if (!parsed.ok) throw parsed.error
    const store = new IndexedDBCheckpointer(name)
    const agent = await build(
      parsed.config,
      registry,
      new LastingCheckpointer(store, (fault) => expect(fault).toBeUndefined()),
    )
    const events = await collect(agent, input, { threadId: 't', ...(resume === undefined ? {} : { resume }) })
    store.close()
    const last = events.at(-1)
    if (last?.type !== 'run-pause') {
      await deleteDB(name)
      return endOf(events)
    }
    input = null
    const first = choose(last.questions.length)
    const some = last.questions.slice(first, first + 1 + choose(last.questions.length - first))
    resume = Object.fromEntries(some.map(({ id, question }) => [id, answer(question)]))
  }
}

test('a run that was paused, closed and gone on with ends as one whose answers came at once', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPausingAgent, fc.infiniteStream(fc.nat(5)), async (config, stream) => {
      const text = serializeAgentConfig(config)
      const expected = endOf(await collect(await build(config, createTypes(answer)), {}, { threadId: 't' }))
      const choose = (most: number) => (most <= 1 ? 0 : (stream.next().value ?? 0) % most)
      expect(await runWithReloads(text, choose)).toEqual(expected)
    }),
    { numRuns: 12 },
  )
}, 300_000)
