import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brief, collect, pick, type TestStep, testAgent } from '../../test/testAgent.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import { exit } from '../step/StepResult.ts'

const fields = { log: { type: 'array', reducer: 'append' }, turn: { type: 'number', default: 0 } } as const

/** Steps that note their names, all of them without a choice. */
const noting = (names: string): Record<string, TestStep> =>
  Object.fromEntries([...names].map((name) => [name, () => ({ log: name })]))

/** The steps in the order they started. */
function startsOf(events: readonly RunEvent[]): string {
  return pick(events, 'step-start')
    .map(({ stepId }) => stepId)
    .join('')
}

async function runOf(names: string, edges: string[], steps: Record<string, TestStep> = {}) {
  const agent = await testAgent({ fields, steps: { ...noting(names), ...steps }, edges })
  const events = await collect(agent, {})
  expect(events.at(-1)?.type).toBe('run-end')
  return events
}

test.each<[what: string, names: string, edges: string[], starts: string]>([
  ['a fork runs its branches together', 'abc', ['START -> a', 'a -> b', 'a -> c'], 'abc'],
  ['a join runs once', 'abcd', ['START -> a', 'a -> b', 'a -> c', 'b -> d', 'c -> d'], 'abcd'],
  [
    'a join waits for the longer branch',
    'abcde',
    ['START -> a', 'a -> b', 'a -> e', 'b -> c', 'c -> d', 'e -> d'],
    'abecd',
  ],
  ['a join of a long and an empty branch', 'abcd', ['START -> a', 'a -> b', 'b -> c', 'c -> d', 'a -> d'], 'abcd'],
  ['branches from the start', 'abc', ['START -> a', 'START -> b', 'a -> c', 'b -> c'], 'abc'],
  [
    'joins within joins',
    'abcdefg',
    ['START -> a', 'a -> b', 'a -> c', 'b -> d', 'b -> e', 'd -> f', 'e -> f', 'f -> g', 'c -> g'],
    'abcdefg',
  ],
  [
    'a join after a join',
    'abcde',
    ['START -> a', 'START -> b', 'a -> c', 'b -> c', 'c -> d', 'b -> d', 'a -> e'],
    'abced',
  ],
])('%s', async (_, names, edges, starts) => {
  expect(startsOf(await runOf(names, edges))).toBe(starts)
})

test('waiting at a join is not seen in the events, and costs no superstep of its own', async () => {
  const edges = ['START -> a', 'a -> b', 'a -> e', 'b -> c', 'c -> d', 'e -> d']
  const events = await runOf('abcde', edges)
  expect(brief(events).filter((line) => line.endsWith('d'))).toEqual(['start d', 'end d', 'run-end'])
  expect(pick(events, 'state')).toHaveLength(4)
})

test('an exit without an edge ends its branch, and the join does not wait for it', async () => {
  const chooses: TestStep = { exits: ['on', 'off'], run: () => exit('off', { log: 'r' }) }
  const edges = ['START -> a', 'a -> r', 'a -> b', 'r.on -> d', 'b -> c', 'c -> d']
  expect(startsOf(await runOf('abcd', edges, { r: chooses }))).toBe('abrcd')
})

test('an edge that names no exit is followed whatever the exit', async () => {
  const chooses: TestStep = { exits: ['left', 'right'], run: () => exit('right') }
  const edges = ['START -> r', 'r.left -> a', 'r.right -> b', 'r -> c']
  expect(startsOf(await runOf('abc', edges, { r: chooses }))).toBe('rbc')
})

test('a step that names no exit takes only the edges that ask for none, unless it has one output', async () => {
  const silent: TestStep = { exits: ['left', 'right'], run: () => ({}) }
  const edges = ['START -> r', 'r.left -> a', 'r -> b', 'b.out -> c']
  const events = await runOf('abc', edges, { r: silent })
  expect(startsOf(events)).toBe('rbc')
  expect(pick(events, 'step-skip').map(({ reason }) => reason)).toEqual(['Not run: R did not leave by LEFT'])
})

test('an edge to END is an end, also beside others', async () => {
  expect(startsOf(await runOf('ab', ['START -> a', 'a -> END', 'a -> b', 'b -> END']))).toBe('ab')
})

test('a loop with a fork inside joins in every turn', async () => {
  const tail: TestStep = {
    exits: ['again', 'done'],
    run: (state) => exit(Number(state.turn) < 2 ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
  }
  const edges = ['START -> a', 'a -> b', 'a -> c', 'b -> d', 'd -> t', 'c -> t', 't.again -> a', 't.done -> e']
  const events = await runOf('abcde', edges, { t: tail })
  expect(startsOf(events)).toBe('abcdtabcdtabcdte')
})

test('a loop inside one branch: the join waits until it is left', async () => {
  const turn: TestStep = {
    exits: ['again', 'done'],
    run: (state) => exit(Number(state.turn) < 3 ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
  }
  const edges = ['START -> a', 'a -> l', 'a -> b', 'l.again -> l', 'l.done -> d', 'b -> d']
  expect(startsOf(await runOf('abd', edges, { l: turn }))).toBe('ablllld')
})

test('a loop of several steps inside one branch: the join waits all the way round', async () => {
  const turn: TestStep = {
    exits: ['again', 'done'],
    run: (state) => exit(Number(state.turn) < 2 ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
  }
  const edges = ['START -> a', 'a -> l', 'a -> b', 'l.again -> r', 'r -> s', 's -> l', 'l.done -> d', 'b -> d']
  expect(startsOf(await runOf('abrsd', edges, { l: turn }))).toBe('ablrslrsld')
})

test('a branch that goes back before the fork while the other waits at the join', async () => {
  const back: TestStep = {
    exits: ['again', 'done'],
    run: (state) => exit(Number(state.turn) < 1 ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
  }
  const edges = ['START -> a', 'a -> l', 'a -> b', 'l.again -> a', 'l.done -> d', 'b -> d']
  expect(startsOf(await runOf('abd', edges, { l: back }))).toBe('ablabld')
})

test('joins of one loop wait for each other in the order of the graph, not of the list', async () => {
  const end: TestStep = {
    exits: ['again', 'done'],
    run: (state) => exit(Number(state.turn) < 1 ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
  }
  // Two branches of different lengths meet in e; one of them has a fork and a join of its own.
  const edges = ['START -> s', 's -> p', 's -> q', 'p -> f', 'f -> a', 'f -> b', 'a -> j', 'b -> j', 'j -> e']
    .concat(['q -> r', 'r -> t', 't -> e'])
    .concat(['e.again -> s', 'e.done -> END'])
  const once = 'spqfrabtje'
  expect(startsOf(await runOf('sepqfabjrt', edges, { e: end }))).toBe(once + once)
})

test('parallel results meet in reduced fields, in a fixed order', async () => {
  const events = await runOf('abcd', ['START -> c', 'START -> a', 'START -> b', 'a -> d', 'b -> d', 'c -> d'])
  const last = events.at(-1)
  expect(last?.type === 'run-end' && last.state.log).toEqual(['a', 'b', 'c', 'd'])
})

interface RandomGraph {
  /** By step, by exit: the steps it leads to. All later ones. */
  readonly ways: readonly (readonly (readonly number[])[])[]
  readonly starts: readonly number[]
  /** The exit each step chooses. */
  readonly choices: readonly number[]
}

const exits = ['x', 'y']

/** Graphs without loops, with choices: any step leads to some later ones, or nowhere. */
const randomGraph: fc.Arbitrary<RandomGraph> = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const later = (step: number) => fc.uniqueArray(fc.integer({ min: step + 1, max: size }), { maxLength: 3 })
  return fc.record({
    ways: fc.tuple(
      ...Array.from({ length: size }, (_, step) =>
        fc.oneof(
          fc.tuple(later(step), later(step)),
          // As often without a choice: both exits lead the same way.
          later(step).map((targets): [number[], number[]] => [targets, targets]),
        ),
      ),
    ),
    starts: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 3 }),
    choices: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: size, maxLength: size }),
  })
})

const nameOf = (step: number) => `s${step}`

/** The same graph as an agent. A target beyond the last step is END. */
function toAgent({ ways, starts, choices }: RandomGraph) {
  const targetOf = (step: number) => (step >= ways.length ? 'END' : nameOf(step))
  const steps = choices.map((choice, step): [string, TestStep] => [
    nameOf(step),
    { exits, run: () => exit(exits[choice] ?? 'x', { log: nameOf(step) }) },
  ])
  const edges = ways.flatMap(([x = [], y = []], step) => {
    const same = x === y
    const lead = (targets: readonly number[], by: string) =>
      targets.map((to) => `${nameOf(step)}${by} -> ${targetOf(to)}`)
    return same ? lead(x, '') : [...lead(x, '.x'), ...lead(y, '.y')]
  })
  return { steps: Object.fromEntries(steps), edges: [...starts.map((step) => `START -> ${targetOf(step)}`), ...edges] }
}

/** What must happen: a step runs, once, when a step that ran leads to it by the exit it chose. */
function interpret({ ways, starts, choices }: RandomGraph) {
  const ran = new Set(starts)
  const taken: [number, number][] = []
  for (const [step, choice] of choices.entries()) {
    if (!ran.has(step)) continue
    for (const to of ways[step]?.[choice] ?? []) {
      if (to >= ways.length) continue
      ran.add(to)
      taken.push([step, to])
    }
  }
  return { ran: [...ran].map(nameOf).sort(), taken }
}

test('in any graph without loops, each step that is led to runs once, after all that lead to it', async () => {
  await fc.assert(
    fc.asyncProperty(randomGraph, async (graph) => {
      const agent = await testAgent({ fields, ...toAgent(graph) })
      const events = await collect(agent, {})
      const { ran, taken } = interpret(graph)
      const starts = pick(events, 'step-start')
      expect(starts.map(({ stepId }) => stepId).sort()).toEqual(ran)
      const ends = new Map(pick(events, 'step-end').map(({ stepId, seq }) => [stepId, seq]))
      const begins = new Map(starts.map(({ stepId, seq }) => [stepId, seq]))
      for (const [from, to] of taken) expect(ends.get(nameOf(from))).toBeLessThan(begins.get(nameOf(to)) ?? -1)
      const last = events.at(-1)
      expect(last?.type === 'run-end' && [...(last.state.log as string[])].sort()).toEqual(ran)
    }),
    { numRuns: 60 },
  )
})

test('loops inside branches run their turns, and all that follows waits for them', async () => {
  const turnsOf = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(randomGraph, turnsOf, async (graph, turns) => {
      const { steps, edges } = toAgent(graph)
      const left = turns.map((count) => count)
      // Each step may go round over one of its own before it goes on.
      const turning = graph.choices.map((choice, step): [string, TestStep] => [
        nameOf(step),
        {
          exits: [...exits, 'again'],
          run: () => {
            left[step] = (left[step] ?? 0) - 1
            return exit((left[step] ?? 0) >= 0 ? 'again' : (exits[choice] ?? 'x'), { log: nameOf(step) })
          },
        },
      ])
      const backs = graph.choices.map((_, step): [string, TestStep] => [`back${step}`, () => undefined])
      const ways = edges.flatMap((edge) =>
        // An edge for whatever exit would also be followed when going round.
        /^s\d+ ->/.test(edge) ? exits.map((by) => edge.replace(' ->', `.${by} ->`)) : [edge],
      )
      const rounds = graph.choices.flatMap((_, step) => [`s${step}.again -> back${step}`, `back${step} -> s${step}`])
      const agent = await testAgent({
        fields,
        steps: { ...steps, ...Object.fromEntries([...turning, ...backs]) },
        edges: [...ways, ...rounds],
        graph: { recursionLimit: 200 },
      })
      const events = await collect(agent, {})
      expect(events.at(-1)?.type).toBe('run-end')
      const { ran, taken } = interpret(graph)
      const expected = ran.flatMap((name) =>
        Array.from({ length: 1 + (turns[Number(name.slice(1))] ?? 0) }, () => name),
      )
      const starts = pick(events, 'step-start').filter(({ stepId }) => stepId.startsWith('s'))
      expect(starts.map(({ stepId }) => stepId).sort()).toEqual(expected.sort())
      for (const [from, to] of taken) {
        const ended = pick(events, 'step-end').findLast(({ stepId }) => stepId === nameOf(from))?.seq
        const begun = starts.find(({ stepId }) => stepId === nameOf(to))?.seq
        expect(ended).toBeLessThan(begun ?? -1)
      }
    }),
    { numRuns: 40 },
  )
})

test('any such graph in a loop does the same in every turn', async () => {
  await fc.assert(
    fc.asyncProperty(randomGraph, fc.integer({ min: 1, max: 3 }), async (graph, turns) => {
      const ways = graph.ways.map((targets) => {
        const [x = [], y = []] = targets.map((to) => (to.length === 0 ? [graph.ways.length] : to))
        return targets[0] === targets[1] ? [x, x] : [x, y]
      })
      const { steps, edges } = toAgent({ ...graph, ways })
      // Whatever ends a branch leads to the tail instead, so that the tail waits for all of a turn.
      const head: TestStep = () => undefined
      const tail: TestStep = {
        exits: ['again', 'done'],
        run: (state) => exit(Number(state.turn) + 1 < turns ? 'again' : 'done', { turn: Number(state.turn) + 1 }),
      }
      const inner = edges.map((edge) => edge.replace('START ->', 'head ->').replace('-> END', '-> tail'))
      const agent = await testAgent({
        fields,
        steps: { head, ...steps, tail },
        edges: ['START -> head', ...inner, 'head -> tail', 'tail.again -> head'],
        graph: { recursionLimit: 200 },
      })
      const events = await collect(agent, {})
      const { ran } = interpret(graph)
      const turn = [...ran, 'head', 'tail']
      const expected = Array.from({ length: turns }, () => turn).flat()
      expect(
        pick(events, 'step-start')
          .map(({ stepId }) => stepId)
          .sort(),
      ).toEqual(expected.sort())
      expect(events.at(-1)?.type).toBe('run-end')
    }),
    { numRuns: 40 },
  )
})
