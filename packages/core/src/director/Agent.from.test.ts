import { expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit } from '../step/StepResult.ts'

const fields = { log: { type: 'array', reducer: 'append' }, word: { type: 'string' } } as const
const note =
  (id: string): StepFunction =>
  ({ word }) => ({ log: [`${id}${String(word ?? '')}`] })
const fold = (events: readonly RunEvent[]) => events.reduce<RunState | undefined>(reduceRun, undefined)

test('a run begins at a step of another, with the state that step found; the other is as it was', async () => {
  const agent = await testAgent({ fields, steps: { a: note('a'), b: note('b'), c: note('c') } })
  const first = await collect(agent, { word: '1' }, { threadId: 'one' })
  const [, second] = pick(first, 'step-start')
  const from = { runId: first[0]?.runId ?? '', stepIds: ['b'], state: second?.state ?? {} }
  const again = await collect(agent, { word: '1' }, { threadId: 'two', from })
  expect(again.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['a1', 'b1', 'c1'], word: '1' } })
  expect(fold(again)).toMatchObject({
    from: { runId: first[0]?.runId, stepIds: ['b'] },
    input: { word: '1' },
    steps: { a: { status: 'skipped', reason: 'Not run: this run began at B' }, b: { status: 'ended' } },
  })
  expect(brief(again)).not.toContain('start a')
})

test('also with values set by a person, which the run tells', async () => {
  const agent = await testAgent({ fields, steps: { a: note('a'), b: note('b') } })
  const from = { stepIds: ['b'], state: { log: ['a1'], word: '1', gone: 1 }, edit: { log: ['x'], word: '2' } }
  const events = await collect(agent, {}, { from })
  expect(events.at(-1)).toMatchObject({ state: { log: ['x', 'b2'], word: '2' } })
  expect(fold(events)?.edits).toMatchObject([
    { after: 0, stateBefore: { log: ['a1'], word: '1' }, stateAfter: { log: ['x'], word: '2' }, stepIds: ['b'] },
  ])
})

/** Steps that log their id, and which of them ran. */
function counting() {
  const ran: string[] = []
  const count =
    (id: string): StepFunction =>
    () => {
      ran.push(id)
      return { log: [id] }
    }
  return { ran, count }
}

test('branches that ran side by side begin together, and the join after them waits for both', async () => {
  const { ran, count } = counting()
  const agent = await testAgent({
    fields,
    steps: { a: count('a'), b: count('b'), c: count('c'), d: count('d'), join: count('join') },
    edges: ['START -> a', 'a -> b', 'a -> c', 'c -> d', 'b -> join', 'd -> join', 'join -> END'],
  })
  const starts = pick(await collect(agent, {}), 'step-start')
  const supersteps = new Map(starts.map(({ stepId, superstep }) => [stepId, superstep]))
  expect(supersteps.get('b')).toBe(supersteps.get('c'))
  expect(supersteps.get('b')).not.toBe(supersteps.get('d'))
  ran.length = 0
  const events = await collect(agent, {}, { from: { stepIds: ['b', 'c'], state: { log: ['a'] } } })
  expect(ran).toEqual(['b', 'c', 'd', 'join'])
  expect(events.at(-1)).toMatchObject({ state: { log: ['a', 'b', 'c', 'd', 'join'] } })
})

test('a pause tells all steps that come next: begun with them, a join that waits runs once, though one branch ends', async () => {
  const { ran, count } = counting()
  const agent = await testAgent({
    fields,
    steps: {
      ...{ a: count('a'), b: count('b'), c: count('c') },
      d: { run: () => exit('end', { log: ['d'] }), exits: ['on', 'end'] },
      join: count('join'),
    },
    edges: ['START -> a', 'a -> b', 'a -> c', 'c -> d', 'b -> join', 'd.on -> join', 'join -> END'],
  })
  const events = await collect(agent, {}, { threadId: 'one', breakpoints: { before: ['d'] } })
  const { breakpoint, state } = fold(events) ?? {}
  expect(breakpoint).toMatchObject({ stepIds: ['d'] })
  expect(breakpoint?.nextIds?.toSorted()).toEqual(['d', 'join'])
  const onward = await collect(agent, null, { threadId: 'one' })
  ran.length = 0
  const from = { stepIds: breakpoint?.nextIds ?? [], state: state ?? {} }
  const again = await collect(agent, {}, { threadId: 'two', from })
  expect(ran).toEqual(['join'])
  expect(onward.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['a', 'b', 'c', 'd', 'join'] } })
  expect(fold(again)?.state.log).toEqual(['a', 'b', 'c', 'd', 'join'])
})

test('it pauses at breakpoints and goes on; a step that is not there, a value of the wrong type, are named', async () => {
  const agent = await testAgent({ fields, steps: { a: note('a'), b: note('b') } })
  const from = { stepIds: ['a'], state: {} }
  const paused = await collect(agent, {}, { threadId: 'one', from, breakpoints: { before: ['b'] } })
  expect(paused.at(-1)).toMatchObject({ type: 'run-pause', breakpoint: { stepIds: ['b'] } })
  expect((await collect(agent, null, { threadId: 'one' })).at(-1)).toMatchObject({ state: { log: ['a', 'b'] } })
  const beginning = (origin: object) => collect(agent, {}, { from: { ...from, ...origin } })
  await expect(beginning({ stepIds: ['x'] })).rejects.toMatchObject({ code: 'build.argument' })
  await expect(beginning({ edit: { word: 1 } })).rejects.toMatchObject({ code: 'run.stateType', path: 'word' })
})
