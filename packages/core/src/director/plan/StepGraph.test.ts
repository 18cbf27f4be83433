import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildStepGraph } from './buildStepGraph.ts'
import { findDominators, ROOT } from './findDominators.ts'
import { findEndless } from './findEndless.ts'
import { findOrder, isLoop } from './findOrder.ts'
import { findParallel } from './findParallel.ts'
import { findWritten } from './findWritten.ts'
import type { StepGraph } from './StepGraph.ts'

/**
 * A graph from lines such as `S>a a>b,c a.x>d`: from, exit after a dot, targets. Letters are steps in alphabetical
 * order, S is START, E is END. A step has the exits that are named for it, or one called out.
 */
function graphOf(text: string): { graph: StepGraph; names: readonly string[] } {
  const edges = text.split(' ').flatMap((line) => {
    const [source = '', targets = ''] = line.split('>')
    const [from = '', exit] = source.split('.')
    return targets.split(',').map((to) => ({ from: end(from), to: end(to), ...(exit === undefined ? {} : { exit }) }))
  })
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((name) => name.length === 1).sort()
  const outputs = names.map((name) => {
    const exits = edges.flatMap((edge) => (edge.from === name && edge.exit !== undefined ? [edge.exit] : []))
    return exits.length === 0 ? ['out'] : [...new Set(exits)]
  })
  return { graph: buildStepGraph(names, outputs, edges), names }
}

const end = (name: string) => (name === 'S' ? 'START' : name === 'E' ? 'END' : name)

describe('order and loops', () => {
  it.each([
    ['S>a a>b b>c', ''],
    ['S>a a>b b>a b>c', 'ba'],
    ['S>a a>a', 'aa'],
    ['S>a a.x>b a.y>c b>d c>d d>a', 'da'],
    ['S>a a>b b.x>a b.y>c c.x>b c.y>a c.z>E', 'ba ca cb'],
    ['S>c c>a a>b b>c', 'bc'],
    ['S>a a>b c>c c>a', ''],
  ])('%s', (text, loops) => {
    const { graph, names } = graphOf(text)
    const order = findOrder(graph)
    const found = graph.next.flatMap((targets, from) =>
      targets
        .filter((to) => order.ranks[from] !== undefined && isLoop(order, from, to))
        .map((to) => `${names[from]}${names[to]}`),
    )
    expect(found.join(' ')).toBe(loops)
  })
})

describe('endless loops', () => {
  it.each([
    ['S>a a>b b>E', ''],
    ['S>a a>b b>a', 'ab'],
    ['S>a a>b b.x>a b.y>E', ''],
    ['S>a a>b b.x>a b.y>c c>b', 'abc'],
    ['S>a a>b,c b>a c>E', 'ab'],
    ['S>a a>a', 'a'],
    ['S>a a.x>b a.y>c b>b c>E', 'b'],
  ])('%s', (text, endless) => {
    const { graph, names } = graphOf(text)
    expect([...findEndless(graph)].map((step) => names[step]).join('')).toBe(endless)
  })

  it('ends at an exit that no edge leaves by', () => {
    const graph = buildStepGraph(
      ['a'],
      [['again', 'done']],
      [
        { from: 'START', to: 'a' },
        { from: 'a', exit: 'again', to: 'a' },
      ],
    )
    expect(findEndless(graph).size).toBe(0)
  })
})

describe('joins', () => {
  it.each([
    ['a chain', 'S>a a>b b>c', ''],
    ['a fork that meets again', 'S>a a>b,c b>d c>d', 'd'],
    ['a fork from START', 'S>a,b a>c b>c', 'c'],
    ['a choice that meets again', 'S>a a.x>b a.y>c b>d c>d', ''],
    ['branches of different length', 'S>a a>b,d b>c c>d', 'd'],
    ['only what comes first after the fork', 'S>a a>b,c b>d c>d d>e e>f', 'd'],
    ['nested forks', 'S>a,b a>c,d c>e d>e e>f b>f', 'ef'],
    ['a fork in each of two choices', 'S>a a.x>b,c a.y>d b>e c>e d>e', 'e'],
    ['a choice inside a branch', 'S>a,b a.x>c a.y>d c>e d>e e>f b>f', 'f'],
    ['a choice that may pass the join by', 'S>a,b a.x>c a.y>d c>d b>d', 'd'],
    ['a choice after the join', 'S>a,b a>c b>c c.x>d c.y>e d>e', 'c'],
    ['branches that never meet', 'S>a,b a>c b>d', ''],
    ['a fork inside a loop', 'S>a a>b,c b>d c>d d.x>a d.y>E', 'd'],
    ['a loop inside a branch', 'S>a,b a>c c.x>a c.y>d b>d', 'd'],
    ['a loop around a choice', 'S>a a.x>b a.y>c b>a c>a', ''],
    ['a branch that loops back past its fork', 'S>t t.x>f t.y>s f>a,b a>t b>s', 's'],
    ['a second round that starts while a branch goes on', 'S>f f>a,b a>f b>c', ''],
    ['edges taken whatever the exit', 'S>a a.x>b a.y>c a>d b>e d>e c>e', 'e'],
    ['ways that skip the join', 'S>a,b a.x>u a.y>w b>w u>v', 'w'],
  ])('%s', (_, text, joins) => {
    const { graph, names } = graphOf(text)
    const found = findParallel(graph, findOrder(graph)).joins
    expect(
      [...found]
        .map((step) => names[step])
        .sort()
        .join(''),
    ).toBe(joins)
  })
})

describe('steps that run at the same time', () => {
  it.each([
    ['S>a a>b,c b>d c>d', 'bc'],
    ['S>a a.x>b a.y>c b>d c>d', ''],
    ['S>a,b a>c b>d', 'ab ad bc cd'],
    ['S>a,b a>c,d c>e d>e e>f b>f', 'ab bc bd be cd'],
    ['S>a,b a.x>u a.y>w b>w u>v', 'ab bu bv uw vw'],
  ])('%s', (text, pairs) => {
    const { graph, names } = graphOf(text)
    const { areParallel } = findParallel(graph, findOrder(graph))
    const found = names.flatMap((a, i) => names.flatMap((b, j) => (i < j && areParallel(i, j) ? [a + b] : [])))
    expect(found.join(' ')).toBe(pairs)
  })
})

describe('dominators', () => {
  it.each([
    ['S>a a>b,c b>d c>d d>e', 'S a a a d'],
    ['S>a,b a>c b>c', 'S S S'],
    ['S>a a>b b.x>a b.y>c', 'S a b'],
  ])('%s', (text, expected) => {
    const { graph, names } = graphOf(text)
    const order = findOrder(graph)
    const dominators = findDominators(graph, order)
    const nameOf = (rank: number | undefined) =>
      rank === undefined || rank === ROOT ? 'S' : names[order.steps[rank] ?? 0]
    expect(names.map((_, step) => nameOf(dominators[order.ranks[step] ?? 0])).join(' ')).toBe(expected)
  })
})

describe('fields written for certain', () => {
  /** Each step writes the field of its own name. */
  it.each([
    ['in a chain: by all before', 'S>a a>b b>c', 'c', 'ab'],
    ['after a choice: on both ways', 'S>a a.x>b a.y>c b>d c>d', 'd', 'a'],
    ['after a join: by all branches', 'S>a a>b,c b>d c>d', 'd', 'abc'],
    ['after a join of START', 'S>a,b a>c b>c', 'c', 'ab'],
    ['after a join with a choice in a branch', 'S>a,b a.x>c a.y>d c>e d>e e>f b>f', 'f', 'abe'],
    ['after a join that a branch may pass by', 'S>a,b a.x>c a.y>E c>d b>d', 'd', 'ab'],
    ['after a join of branches of different length', 'S>a a>b,d b>c c>d', 'd', 'abc'],
    ['after nested joins', 'S>a,b a>c,d c>e d>e e>f b>f', 'f', 'abcde'],
    ['after a join whose branch has a loop', 'S>a,b a>c c.x>a c.y>d d>e b>e', 'e', 'abcd'],
    ['in a loop: by what comes before it', 'S>a a>b b>c c.x>b c.y>d', 'b', 'a'],
    ['after a loop: by the loop too', 'S>a a>b b>c c.x>b c.y>d', 'd', 'abc'],
    ['by nothing when unreachable', 'S>a b>c', 'c', ''],
    ['in a loop with two ways in', 'S>a a.x>b a.y>c b>c c.x>b c.y>E', 'c', 'a'],
  ])('%s', (_, text, step, expected) => {
    const { graph, names } = graphOf(text)
    const order = findOrder(graph)
    const { joins } = findParallel(graph, order)
    const writes = names.map((_name, field) => [field])
    const written = findWritten({ graph, order, joins, fields: names.length, writes })
    expect(names.filter((_name, field) => written(names.indexOf(step), field)).join('')).toBe(expected)
  })
})

/** Small random graphs: up to three exits per step, each leading to up to three steps. */
function randomGraph(loops: boolean): fc.Arbitrary<StepGraph> {
  return fc.integer({ min: 1, max: 7 }).chain((size) => {
    const step = fc.nat({ max: size - 1 })
    const targets = fc.uniqueArray(step, { maxLength: 3 })
    return fc
      .record({
        starts: fc.uniqueArray(step, { minLength: 1, maxLength: 2 }),
        exits: fc.array(fc.array(targets, { minLength: 1, maxLength: 3 }), { minLength: size, maxLength: size }),
      })
      .map(({ starts, exits }) => {
        const ids = exits.map((_, index) => `s${index}`)
        const edges = exits.flatMap((list, from) =>
          list.flatMap((tos, exit) =>
            tos.filter((to) => loops || to > from).map((to) => ({ from: `s${from}`, exit: `${exit}`, to: `s${to}` })),
          ),
        )
        const outputs = exits.map((list) => list.map((_, exit) => `${exit}`))
        return buildStepGraph(ids, outputs, [...starts.map((to) => ({ from: 'START', to: `s${to}` })), ...edges])
      })
  })
}

/** Every way a loop-free graph can go: the exit of each step, and the steps that then run. */
function* listRuns(
  graph: StepGraph,
): Generator<{ active: ReadonlySet<number>; leads(from: number, to: number): boolean }> {
  const choices = graph.firings.map((list) => list.length)
  const total = choices.reduce((product, count) => product * count, 1)
  for (let number = 0; number < total; number += 1) {
    let rest = number
    const chosen = choices.map((count, step) => {
      const exit = rest % count
      rest = Math.floor(rest / count)
      return graph.firings[step]?.[exit]?.targets ?? []
    })
    const active = new Set(graph.starts)
    for (const step of active) for (const to of chosen[step] ?? []) active.add(to)
    yield { active, leads: (from, to) => chosen[from]?.includes(to) === true }
  }
}

describe('for any graph without loops', () => {
  const steps = (graph: StepGraph) => Array.from({ length: graph.size }, (_, step) => step)

  it('a join is a step that two steps of one run lead into', () => {
    fc.assert(
      fc.property(randomGraph(false), (graph) => {
        const expected = new Set<number>()
        for (const { active, leads } of listRuns(graph)) {
          for (const step of active) {
            const ways = [...active].filter((from) => leads(from, step)).length + (graph.starts.includes(step) ? 1 : 0)
            if (ways > 1) expected.add(step)
          }
        }
        expect(findParallel(graph, findOrder(graph)).joins).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('steps are parallel when one run has both and neither leads to the other', () => {
    fc.assert(
      fc.property(randomGraph(false), (graph) => {
        const below = steps(graph).map((step) => {
          const found = new Set(graph.next[step])
          for (const next of found) for (const to of graph.next[next] ?? []) found.add(to)
          return found
        })
        const runs = [...listRuns(graph)]
        const { areParallel } = findParallel(graph, findOrder(graph))
        for (const a of steps(graph)) {
          for (const b of steps(graph)) {
            const free = a !== b && below[a]?.has(b) === false && below[b]?.has(a) === false
            expect(areParallel(a, b)).toBe(free && runs.some(({ active }) => active.has(a) && active.has(b)))
          }
        }
      }),
      { numRuns: 400 },
    )
  }, 30_000)
})

describe('for any graph', () => {
  it('what is written for certain was written in every run, however steps are interleaved', () => {
    fc.assert(
      fc.property(randomGraph(true), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (graph, dice) => {
        const order = findOrder(graph)
        const { joins } = findParallel(graph, order)
        const writes = graph.firings.map((_, step) => [step])
        const written = findWritten({ graph, order, joins, fields: graph.size, writes })
        for (const { step, done } of walk(graph, order, joins, dice)) {
          for (const field of graph.firings.keys()) if (written(step, field)) expect(done).toContain(field)
        }
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('an endless step is one that no choice of exits can ever leave', () => {
    fc.assert(
      fc.property(randomGraph(true), (graph) => {
        const endless = findEndless(graph)
        // A run can end from a step when some exit leads only to steps that can end: the opposite, found from below.
        const ending = new Set<number>()
        for (let size = -1; size !== ending.size; ) {
          size = ending.size
          for (const [step, list] of graph.firings.entries()) {
            if (list.some(({ targets }) => targets.every((to) => ending.has(to)))) ending.add(step)
          }
        }
        for (const step of graph.firings.keys()) expect(endless.has(step)).toBe(!ending.has(step))
      }),
    )
  })
})

/** By step: all it leads to without going round a loop. */
function forwardReach(graph: StepGraph, order: ReturnType<typeof findOrder>): readonly ReadonlySet<number>[] {
  const found: Set<number>[] = Array.from({ length: graph.size }, () => new Set())
  for (const step of [...order.steps].reverse()) {
    for (const to of graph.next[step] ?? []) {
      if (isLoop(order, step, to)) continue
      found[step]?.add(to)
      for (const further of found[to] ?? []) found[step]?.add(further)
    }
  }
  return found
}

/** One run: at each turn one of the steps that may run, by the dice, leaving by one of its exits. */
function* walk(
  graph: StepGraph,
  order: ReturnType<typeof findOrder>,
  joins: ReadonlySet<number>,
  dice: readonly number[],
): Generator<{ step: number; done: ReadonlySet<number> }> {
  const below = forwardReach(graph, order)
  const active = new Set(graph.starts)
  const done = new Set<number>()
  for (const roll of dice) {
    const waits = (step: number) => joins.has(step) && [...active].some((other) => below[other]?.has(step) === true)
    const ready = [...active].filter((step) => !waits(step))
    const step = ready[roll % ready.length]
    if (step === undefined) return
    yield { step, done }
    active.delete(step)
    done.add(step)
    const exits = graph.firings[step] ?? []
    for (const to of exits[Math.floor(roll / 7) % exits.length]?.targets ?? []) active.add(to)
  }
}
