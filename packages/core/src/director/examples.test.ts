/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import { brief, collect } from '../../test/testAgent.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { Json } from '../json/Json.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { readHumanQuestion } from '../steps/human/HumanQuestion.ts'
import { comparableEvents } from '../testing/comparableEvents.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'

const files = import.meta.glob<string>('../../../../examples/*.agent.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})
/** What web services answer, for examples that ask some: `<example>.answers.json`, by address. */
const answers = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Readonly<Record<string, unknown>>>('../../../../examples/*.answers.json', {
      eager: true,
      import: 'default',
    }),
  ),
)
const fetch: typeof globalThis.fetch = async (input) => {
  const address = String(input)
  if (!Object.hasOwn(answers, address)) throw new TypeError(`No test answers ${address}.`)
  return Response.json(answers[address])
}

const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? path, text] as const)

async function runExample(text: string): Promise<RunEvent[]> {
  const parsed = parseAgentConfig(text)
  if (!parsed.ok) throw parsed.error
  const agent = await new AgentBuilderDirector(parsed.config, createDefaultRegistry(), { fetch }).build()
  const events = await collect(agent, {}, { threadId: 'example' })
  for (let last = events.at(-1); last?.type === 'run-pause'; last = events.at(-1)) {
    const resume = Object.fromEntries(last.questions.map(({ id, question }) => [id, consentTo(question)]))
    events.push(...(await collect(agent, null, { threadId: 'example', resume })))
  }
  return events
}

/** The answer of a person who agrees to everything. */
function consentTo(question: Json): Json {
  const asked = readHumanQuestion(question)
  if (asked?.mode === 'approve') return true
  if (asked?.mode === 'edit') return asked.draft
  return asked?.mode === 'choose' ? (asked.options[0]?.name ?? '') : 'Yes.'
}

test.each(examples)('%s runs to its end, and again with the same events but for times and ids', async (_, text) => {
  const [first, second] = [await runExample(text), await runExample(text)]
  expect(first.at(-1)?.type).toBe('run-end')
  expect(comparableEvents(second)).toEqual(comparableEvents(first))
  expect(brief(first).filter((line) => line.startsWith('start')).length).toBeGreaterThan(0)
  const run = first.reduce<RunState | undefined>(reduceRun, undefined)
  expect(run?.problems).toEqual([])
  expect(run?.executions.every(({ status, stateAfter }) => status === 'ended' && stateAfter !== undefined)).toBe(true)
})
