/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import { brief, collect } from '../../test/testAgent.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
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
  return collect(agent, {})
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
