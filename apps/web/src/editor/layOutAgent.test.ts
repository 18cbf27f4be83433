import { type AgentConfig, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { expect, test } from 'vitest'
import { cardSize } from './cardSize.ts'
import { createStepFacts } from './createStepFacts.ts'
import { layOutAgent } from './layOutAgent.ts'
import { touches } from './touches.ts'

const registry = createDefaultRegistry()
const step = (id: string, strategyType = 'set', config = {}) => ({ id, strategyType, config })
const routes = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, description: name }))

/** A router to two routers in one column, and on: cards of different heights. */
const branching: AgentConfig = {
  ...createAgentConfig(),
  steps: [
    step('one', 'router', { routes }),
    step('two', 'router', { routes }),
    step('three', 'router', { routes }),
    step('last'),
  ],
  edges: [
    { from: 'START', to: 'one' },
    { from: 'one', exit: 'a', to: 'two' },
    { from: 'one', exit: 'b', to: 'three' },
    { from: 'one', exit: 'c', to: 'last' },
    { from: 'two', to: 'last' },
    { from: 'three', to: 'last' },
  ],
}

test('steps without places stand from left to right, and none on another', () => {
  const { layout, steps } = layOutAgent(branching, registry)
  const facts = createStepFacts(registry)
  const boxes = steps.map((one) => {
    const [x, y] = layout[one.id] ?? [0, 0]
    return { id: one.id, x, y, ...cardSize(facts.of(one).ports) }
  })
  const [one, two, three, last] = boxes.map(({ x }) => x)
  expect(two).toBe(three)
  expect(one).toBeLessThan(two ?? 0)
  expect(two).toBeLessThan(last ?? 0)
  for (const [index, box] of boxes.entries())
    for (const other of boxes.slice(index + 1)) expect(touches(box, other), `${box.id} on ${other.id}`).toBe(false)
})

test('what the exits of a card lead to stands in their order', () => {
  const steps = [step('sort', 'router', { routes }), ...routes.map(({ name }) => step(`to-${name}`)), step('last')]
  const edges = [
    { from: 'START', to: 'sort' },
    ...routes.map(({ name }) => ({ from: 'sort', exit: name, to: `to-${name}` })),
    ...routes.map(({ name }) => ({ from: `to-${name}`, to: 'last' })),
    { from: 'last', to: 'END' },
  ]
  const { layout } = layOutAgent({ ...createAgentConfig(), steps, edges }, registry)
  const heights = routes.map(({ name }) => layout[`to-${name}`]?.[1] ?? 0)
  expect(heights).toEqual(heights.toSorted((one, other) => one - other))
})

test('places that are there stay, also of one step only', () => {
  const placed = { ...branching, layout: { two: [7, 9] } } as const
  expect(layOutAgent(placed, registry).layout).toEqual(placed.layout)
})

test('agents within get places, too, and only those without', () => {
  const agents = { bare: branching, placed: { ...branching, layout: { one: [1, 2] } as const } }
  const { agents: out = {}, layout } = layOutAgent({ ...createAgentConfig(), agents }, registry)
  expect(layout).toEqual({})
  expect(Object.keys(out.bare?.layout ?? {}).toSorted()).toEqual(['last', 'one', 'three', 'two'])
  expect(out.placed?.layout).toEqual({ one: [1, 2] })
})

test('of many agents in one file as many get places as there is time for, and a large one none', () => {
  const sized = (count: number) => ({
    ...createAgentConfig(),
    steps: Array.from({ length: count }, (_, index) => step(`s${index}`)),
  })
  const agents = { large: sized(301), ...Object.fromEntries([1, 2, 3, 4].map((nth) => [`a${nth}`, sized(90)])) }
  const { agents: out = {}, layout } = layOutAgent({ ...sized(20), agents }, registry)
  expect(Object.keys(layout)).toHaveLength(20)
  expect(Object.values(out).map((agent) => Object.keys(agent.layout).length)).toEqual([0, 90, 90, 90, 0])
})
