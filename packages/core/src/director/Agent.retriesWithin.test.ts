import { expect, test } from 'vitest'
import { collect, pick, type TestStep, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = { text: { type: 'string' }, list: { type: 'array' }, results: { type: 'array' } } as const
const once = { maxRetries: 1, backOff: 'fixed', waitMs: 0 } as const

/** Work that fails so many times, then goes well; and how often it was done. */
function flaky(faults: number, retryable = true) {
  const flake = { tries: 0, run: (() => ({})) as StepFunction }
  flake.run = () => {
    flake.tries += 1
    if (flake.tries <= faults) throw new AgentError('provider.server', 'The server is down.', { retryable })
    return { text: 'done' }
  }
  return flake
}

/** An agent whose only step is tried this often after the first. */
function within(strategyType: string, maxRetries: number): AgentConfig {
  const base = createAgentConfig({ name: 'Inner', fields: { text: { type: 'string' } } })
  const steps = [{ id: 'work', strategyType, config: {} }]
  return { ...base, steps, graphConfig: { ...base.graphConfig, maxRetries } }
}

const calling =
  (agent: string): StepFunction =>
  async (_, { runAgent }) => ({ text: (await runAgent(agent, {})).text ?? null })

/** How often each step was tried again. */
const retries = (events: readonly RunEvent[]) => pick(events, 'step-retry').map(({ stepId }) => stepId)

async function run(outer: TestStep, work: StepFunction, innerRetries: number) {
  const agent = await testAgent({
    fields,
    steps: { outer },
    graph: { maxRetries: 5 },
    config: { agents: { inner: within('work', innerRetries), middle: within('call', 4) } },
    more: { work, call: calling('inner') },
  })
  return collect(agent, {})
}

test('what an agent within tried in vain is not tried again by the default of the agent that calls it', async () => {
  const work = flaky(9)
  const events = await run(calling('inner'), work.run, 2)
  expect(work.tries).toBe(3)
  expect(retries(events)).toEqual(['work', 'work'])
  expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'provider.server', stepId: 'outer' } })
})

test('a step with retries of its own lets the whole of it run once more', async () => {
  const work = flaky(3)
  const events = await run({ run: calling('inner'), retry: once }, work.run, 1)
  expect(work.tries).toBe(4)
  expect(retries(events)).toEqual(['work', 'outer', 'work'])
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { text: 'done' } })
})

test('also when the fault comes from further in, where nobody else tries again', async () => {
  const work = flaky(1)
  const events = await run({ run: calling('middle'), retry: once }, work.run, 0)
  expect(retries(events)).toEqual(['outer'])
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { text: 'done' } })
})

test('but not after a fault that stays', async () => {
  const work = flaky(9, false)
  const events = await run({ run: calling('inner'), retry: once }, work.run, 3)
  expect(work.tries).toBe(1)
  expect(retries(events)).toEqual([])
})

test('what the step itself fails with after a call is tried again as ever', async () => {
  const own = flaky(1)
  const events = await run(
    async (state, context) => {
      await context.runAgent('inner', {})
      return own.run(state, context)
    },
    flaky(0).run,
    0,
  )
  expect(retries(events)).toEqual(['outer'])
  expect(events.at(-1)?.type).toBe('run-end')
})

test('a map with retries of its own does only those items again that failed', async () => {
  const done: string[] = []
  const work: StepFunction = ({ item }) => {
    const again = done.includes(String(item))
    done.push(String(item))
    if (item === 'b' && !again) throw new AgentError('provider.server', 'Down.', { retryable: true })
    return { text: `${String(item)}!` }
  }
  const step = { strategyType: 'work', config: {} }
  const config = { over: 'list', step, output: 'text', writes: 'results', concurrency: 1 }
  const agent = await testAgent({
    fields,
    steps: {},
    graph: { maxRetries: 0 },
    config: { steps: [{ id: 'each', strategyType: 'map', retry: once, config }] },
    more: { work },
  })
  const events = await collect(agent, { list: ['a', 'b', 'c'] })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { results: ['a!', 'b!', 'c!'] } })
  expect(retries(events)).toEqual(['each'])
  expect(done).toEqual(['a', 'b', 'b', 'c'])
})
