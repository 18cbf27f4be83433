import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect, pick, type TestStep, testAgent } from '../../test/testAgent.ts'
import type { EdgeConfig } from '../config/AgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import { exit } from '../step/StepResult.ts'

const fields = {
  log: { type: 'array', reducer: 'append' },
  count: { type: 'integer', default: 0, reducer: 'add' },
} as const

const noting = (id: string): TestStep => ({ run: () => ({ log: id }) })
const choosing = (id: string, choose: () => string): TestStep => ({
  exits: ['again', 'done'],
  run: () => exit(choose(), { log: id }),
})
const always = (by: string) => () => by

/** Edges written `a.again -> b`, some with a limit: `a.again -> b max 3`, or `a.again -> b max 3 by done`. */
function toEdges(...lines: readonly string[]): readonly EdgeConfig[] {
  return lines.map((line) => {
    const [way = '', limit = ''] = line.split(' max ')
    const [source = '', to = ''] = way.split(' -> ')
    const [from = '', by] = source.split('.')
    const [turns = '', leaveBy] = limit.split(' by ')
    return {
      from,
      ...(by === undefined ? {} : { exit: by }),
      to,
      ...(turns === '' ? {} : { maxTurns: Number(turns) }),
      ...(leaveBy === undefined ? {} : { leaveBy }),
    }
  })
}

const build = (steps: Record<string, TestStep>, ...edges: string[]) =>
  testAgent({ fields, steps, config: { edges: toEdges(...edges) } })

const startsOf = (events: readonly RunEvent[]) =>
  pick(events, 'step-start')
    .map(({ stepId }) => stepId)
    .join('')

const fold = (events: readonly RunEvent[]) => events.reduce<RunState | undefined>(reduceRun, undefined)

const turnsOf = (events: readonly RunEvent[]) =>
  pick(events, 'loop-turn').map(({ edge, turn }) => `${edge.from}${turn}`)

test('a loop that had all its turns fails the run, and is named', async () => {
  const steps = { a: noting('a'), b: choosing('b', always('again')) }
  const agent = await build(steps, 'START -> a', 'a -> b', 'b.again -> a max 3', 'b.done -> END')
  const events = await collect(agent, {})
  expect(startsOf(events)).toBe('ababab')
  expect(events.at(-1)).toMatchObject({
    type: 'run-error',
    problem: {
      code: 'run.stepLimit',
      stepId: 'b',
      message: expect.stringMatching(/^The loop from "B" back to "A" had all its 3 turns/),
      cause: { detail: { maxTurns: 3, edge: 'edges[2]' } },
    },
  })
  expect(turnsOf(events)).toEqual(['b2', 'b3'])
})

test('a loop that had all its turns is left by the exit that was chosen for it', async () => {
  const steps = { a: noting('a'), b: choosing('b', always('again')), c: noting('c') }
  const agent = await build(steps, 'START -> a', 'a -> b', 'b.again -> a max 2 by done', 'b.done -> c')
  const events = await collect(agent, {})
  expect(startsOf(events)).toBe('ababc')
  expect(
    pick(events, 'step-end')
      .filter(({ stepId }) => stepId === 'b')
      .map(({ exit: by }) => by),
  ).toEqual(['again', 'done'])
  expect(fold(events)?.turns).toMatchObject([{ edge: { from: 'b', exit: 'again', to: 'a' }, turn: 2 }])
})

test('a step that leads back to itself, and a limit of one turn', async () => {
  const agent = await build(
    { a: choosing('a', always('again')) },
    'START -> a',
    'a.again -> a max 1 by done',
    'a.done -> END',
  )
  expect(startsOf(await collect(agent, {}))).toBe('a')
})

test('a loop with a limit of its own is not held back by the limit of the run', async () => {
  const steps = { a: choosing('a', always('again')) }
  const agent = await testAgent({
    fields,
    steps,
    config: { edges: toEdges('START -> a', 'a.again -> a max 60 by done', 'a.done -> END') },
  })
  expect(startsOf(await collect(agent, {}))).toHaveLength(60)
})

test('the turns of an inner loop begin anew with each turn of the outer one', async () => {
  const steps = {
    a: noting('a'),
    b: noting('b'),
    i: choosing('i', always('again')),
    o: choosing('o', always('again')),
  }
  const edges = [
    'START -> a',
    'a -> b',
    'b -> i',
    'i.again -> b max 2 by done',
    'i.done -> o',
    'o.again -> a max 3 by done',
    'o.done -> END',
  ]
  const events = await collect(await build(steps, ...edges), {})
  expect(startsOf(events)).toBe('abibio'.repeat(3))
  expect(turnsOf(events)).toEqual(['i2', 'o2', 'i1', 'i2', 'o3', 'i1', 'i2'])
})

test('an inner loop that begins where the outer one does', async () => {
  const steps = { a: noting('a'), i: choosing('i', always('again')), o: choosing('o', always('again')) }
  const edges = [
    'START -> a',
    'a -> i',
    'i.again -> a max 2 by done',
    'i.done -> o',
    'o.again -> a max 2 by done',
    'o.done -> END',
  ]
  const events = await collect(await build(steps, ...edges), {})
  expect(startsOf(events)).toBe('aiaio'.repeat(2))
})

test('two ways back to one step, each with a limit, do not set each other back', async () => {
  let turn = 0
  const steps: Record<string, TestStep> = {
    a: { exits: ['left', 'right'], run: () => exit(turn++ % 2 === 0 ? 'left' : 'right', { log: 'a' }) },
    l: choosing('l', always('again')),
    r: choosing('r', always('again')),
  }
  const edges = [
    'START -> a',
    'a.left -> l',
    'a.right -> r',
    'l.again -> a max 2 by done',
    'r.again -> a max 2 by done',
  ]
  const events = await collect(await build(steps, ...edges, 'l.done -> END', 'r.done -> END'), {})
  expect(startsOf(events)).toBe('alaral')
})

test('a new input on the same thread begins with the first turn', async () => {
  const steps = { a: choosing('a', always('again')) }
  const agent = await build(steps, 'START -> a', 'a.again -> a max 2 by done', 'a.done -> END')
  expect(startsOf(await collect(agent, {}, { threadId: 't' }))).toBe('aa')
  const again = await collect(agent, {}, { threadId: 't' })
  expect(startsOf(again)).toBe('aa')
  expect(pick(again, 'step-start').map(({ iteration }) => iteration)).toEqual([1, 2])
})

test('a question in a loop: turns and iterations go on after each answer', async () => {
  const steps: Record<string, TestStep> = {
    a: noting('a'),
    q: {
      exits: ['again', 'done'],
      run: (_, { ask }) => exit(ask('enough?') === 'yes' ? 'done' : 'again', { log: 'q' }),
    },
  }
  const agent = await build(steps, 'START -> a', 'a -> q', 'q.again -> a max 3', 'q.done -> END')
  let events = await collect(agent, {}, { threadId: 't' })
  const all = [...events]
  for (const resume of ['no', 'no', 'yes']) {
    events = await collect(agent, null, { threadId: 't', resume })
    all.push(...events)
  }
  expect(events.at(-1)?.type).toBe('run-end')
  expect(turnsOf(all)).toEqual(['q2', 'q3'])
  const run = fold(all)
  expect(run?.executions.map(({ stepId, iteration }) => `${stepId}${iteration}`)).toEqual([
    'a1',
    'q1',
    'a2',
    'q2',
    'a3',
    'q3',
  ])
  expect(run?.turns).toMatchObject([{ edge: { from: 'q', exit: 'again', to: 'a' }, turn: 3 }])
})

test('a fork and a join in a loop with a limit', async () => {
  const steps = { a: noting('a'), b: noting('b'), c: noting('c'), d: noting('d'), t: choosing('t', always('again')) }
  const edges = [
    'START -> a',
    'a -> b',
    'a -> c',
    'b -> d',
    'd -> t',
    'c -> t',
    't.again -> a max 3 by done',
    't.done -> END',
  ]
  expect(startsOf(await collect(await build(steps, ...edges), {}))).toBe('abcdt'.repeat(3))
})

/** Loops within loops, as deep as wanted: each level has a head, what is inside, and a tail that leads back. */
const nested = fc.letrec<{ level: Level }>((tie) => ({
  level: fc.record({
    turns: fc.integer({ min: 1, max: 3 }),
    inner: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('level'), { maxLength: 2 })),
  }),
})).level

interface Level {
  readonly turns: number
  /** Loops that follow each other within this one. */
  readonly inner: readonly Level[]
}

test('loops within loops do as many turns as they may, whatever the nesting; a counter counts them all', async () => {
  await fc.assert(
    fc.asyncProperty(nested, async (outermost) => {
      const steps: Record<string, TestStep> = {}
      const edges: string[] = []
      const expected = (level: Level, name: string): string[] => {
        const inner = level.inner.flatMap((next, index) => expected(next, `${name}-${index}`))
        return Array.from({ length: level.turns }, () => [`h${name}`, ...inner, `t${name}`]).flat()
      }
      const draw = (level: Level, name: string, from: string): string => {
        const [head, tail] = [`h${name}`, `t${name}`]
        steps[head] = { run: () => ({ log: head, count: 1 }) }
        steps[tail] = choosing(tail, always('again'))
        edges.push(`${from} -> ${head}`)
        const last = level.inner.reduce((before, next, index) => draw(next, `${name}-${index}`, before), head)
        edges.push(`${last} -> ${tail}`, `${tail}.again -> ${head} max ${level.turns} by done`)
        return `${tail}.done`
      }
      const last = draw(outermost, '0', 'START')
      const events = await collect(await build(steps, ...edges, `${last} -> END`), {})
      const state = events.at(-1)
      if (state?.type !== 'run-end') throw new Error(JSON.stringify(state))
      const way = expected(outermost, '0')
      expect(state.state.log).toEqual(way)
      expect(state.state.count).toBe(way.filter((id) => id.startsWith('h')).length)
    }),
    { numRuns: 40 },
  )
})
