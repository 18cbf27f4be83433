import { expect, test } from 'vitest'
import { brief, collect, testAgent } from '../../test/testAgent.ts'
import type { RunEvent } from '../events/RunEvent.ts'

const fields = { count: { type: 'number', default: 0 }, text: { type: 'string' } } as const

/** A step that says a word and then waits for the signal; notes that it was told to stop. */
function waiting(told: string[]) {
  return (_: unknown, { signal, emit, stepId }: { signal: AbortSignal; emit(text: string): void; stepId: string }) => {
    emit('half an ans')
    return new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        told.push(stepId)
        reject(signal.reason)
      })
    })
  }
}

test('stopping a run cancels what is under way and keeps what was reached', async () => {
  const told: string[] = []
  const agent = await testAgent({
    fields,
    steps: { first: () => ({ count: 1 }), long: waiting(told), never: () => undefined },
  })
  const stop = new AbortController()
  const events: RunEvent[] = []
  for await (const event of agent.stream({}, { signal: stop.signal })) {
    events.push(event)
    if (event.type === 'step-delta') stop.abort()
  }
  expect(brief(events)).toEqual([
    'run-start',
    'start first',
    'end first',
    'state',
    'start long',
    'delta long',
    'error long',
    'skip never',
    'run-cancel',
  ])
  expect(events.at(-3)).toMatchObject({ problem: { code: 'run.stopped', message: 'Stopped' } })
  expect(told).toEqual(['long'])
})

test('a run that is stopped rejects with run.stopped', async () => {
  const agent = await testAgent({ fields, steps: { deaf: () => new Promise(() => {}) } })
  const stop = new AbortController()
  const run = agent.run({}, { signal: stop.signal })
  stop.abort(new Error('the page closes'))
  await expect(run).rejects.toMatchObject({ code: 'run.stopped', cause: { message: 'the page closes' } })
})

test('a run whose signal aborted before it began does nothing', async () => {
  const ran: string[] = []
  const agent = await testAgent({ fields, steps: { a: () => void ran.push('a') } })
  const events = await collect(agent, {}, { signal: AbortSignal.abort() })
  expect(brief(events)).toEqual(['run-start', 'skip a', 'run-cancel'])
  expect(ran).toEqual([])
})

test('leaving the loop over the events stops the run', async () => {
  const told: string[] = []
  const agent = await testAgent({ fields, steps: { long: waiting(told) } })
  for await (const event of agent.stream({})) if (event.type === 'step-delta') break
  expect(told).toEqual(['long'])
})

test('a slow reader of the events misses none of them, also when the run fails', async () => {
  const agent = await testAgent({
    fields,
    steps: {
      talk: (_, { emit }) => {
        for (let index = 0; index < 50; index += 1) emit(`${index}`)
        throw new TypeError('then it breaks')
      },
    },
  })
  const events: RunEvent[] = []
  for await (const event of agent.stream({})) {
    // Meanwhile the run is over: two more of the same pass.
    if (event.type === 'run-start') for (const _ of [1, 2]) await agent.run({}).catch(() => undefined)
    events.push(event)
  }
  expect(events).toHaveLength(1 + 1 + 50 + 2)
  expect(events.at(-1)?.type).toBe('run-error')
})

test('what a step says after it was stopped is not heard', async () => {
  let late: (() => void) | undefined
  const agent = await testAgent({
    fields,
    steps: {
      deaf: (_, { emit }) =>
        new Promise(() => {
          late = () => emit('too late')
        }),
    },
  })
  const stop = new AbortController()
  const events: RunEvent[] = []
  for await (const event of agent.stream({}, { signal: stop.signal })) {
    events.push(event)
    if (event.type === 'step-start') setTimeout(() => stop.abort())
  }
  late?.()
  expect(brief(events)).toEqual(['run-start', 'start deaf', 'error deaf', 'run-cancel'])
})
