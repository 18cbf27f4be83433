import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryAgentConfig } from '../../../test/arbitraryAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { createAgentConfig } from '../createAgentConfig.ts'
import { addStep } from '../operations/addStep.ts'
import { connectSteps } from '../operations/connectSteps.ts'
import { removeStep } from '../operations/removeStep.ts'
import { setName } from '../operations/setName.ts'
import { updateStep } from '../operations/updateStep.ts'
import { diffAgents } from './diffAgents.ts'
import { toComparable } from './toComparable.ts'

const agents: fc.Arbitrary<AgentConfig> = fc
  .tuple(arbitraryAgentConfig, fc.dictionary(fc.constantFrom('helper', 'other'), arbitraryAgentConfig))
  .map(([agent, inner]) => ({ ...agent, agents: inner }))

/** Pairs that have much in common, too: an agent, and what it is with some of its parts taken from another one. */
const pairs = fc.oneof(
  fc.tuple(agents, agents),
  fc
    .tuple(agents, agents, fc.subarray(['steps', 'layout', 'edges', 'stateType', 'tools', 'agents', 'memory'] as const))
    .map(([before, other, keys]): [AgentConfig, AgentConfig] => [
      before,
      { ...before, ...Object.fromEntries(keys.flatMap((key) => (key in other ? [[key, other[key]]] : []))) },
    ]),
)

/** Every single value of a tree by its path, written so that no two paths are alike. */
function leavesOf(value: Json | undefined, path: readonly string[] = []): readonly [string, Json][] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [[JSON.stringify(path), value]]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
}

function differingPaths(before: AgentConfig, after: AgentConfig): readonly string[][] {
  const old = new Map(leavesOf(toComparable(before)))
  const now = new Map(leavesOf(toComparable(after)))
  const paths = [...new Set([...old.keys(), ...now.keys()])]
  return paths.filter((path) => old.get(path) !== now.get(path)).map((path) => JSON.parse(path))
}

function covers(path: readonly string[], leaf: readonly string[]): boolean {
  return path.every((key, index) => leaf[index] === key)
}

describe('the differences between two agents', () => {
  it('are none between an agent and itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(agents, (agent) => {
        expect(diffAgents(agent, agent)).toEqual([])
        expect(diffAgents(agent, structuredClone(agent))).toEqual([])
      }),
    )
  })

  it('speak for every path that differs exactly once', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const spokenFor = diffAgents(before, after).flatMap(({ paths }) => paths)
        for (const leaf of differingPaths(before, after))
          expect(spokenFor.filter((path) => covers(path, leaf))).toHaveLength(1)
      }),
    )
  })

  it('are the same ones the other way round, with the sides swapped', () => {
    const placesOf = (before: AgentConfig, after: AgentConfig) =>
      diffAgents(before, after)
        .flatMap(({ paths }) => paths.map((path) => JSON.stringify(path)))
        .sort()
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(placesOf(before, after)).toEqual(placesOf(after, before))
      }),
    )
  })
})

const ask = { id: 'ask', strategyType: 'llm', config: { promptTemplate: 'Answer briefly.', model: 'small' } }
const tell = { id: 'tell', strategyType: 'output', config: {} }
const base = [ask, tell].reduce((agent, step) => addStep(agent, step), setName(createAgentConfig(), 'Asker'))

function told(before: AgentConfig, after: AgentConfig): readonly string[] {
  return diffAgents(before, after).map(({ kind, part, name, setting }) =>
    [kind, part, name, setting.join('.')].filter((word) => word !== '').join(' '),
  )
}

describe('what is told', () => {
  it('names each setting of a step with both of its values, and marks prose', () => {
    const after = updateStep(base, 'ask', { config: { promptTemplate: 'Answer kindly.', model: 'large' } })
    expect(diffAgents(base, after)).toMatchObject([
      {
        id: 'ask',
        setting: ['config', 'promptTemplate'],
        before: 'Answer briefly.',
        after: 'Answer kindly.',
        isText: true,
      },
      { id: 'ask', setting: ['config', 'model'], before: 'small', after: 'large', isText: false },
    ])
  })

  it('tells a new name, a new place and a new setting apart', () => {
    const placed = { ...base, layout: { ask: [0, 0], tell: [320, 0] } } as const
    expect(told(placed, updateStep(placed, 'ask', { nodeName: 'Ask' }))).toEqual(['renamed step Ask nodeName'])
    expect(told(placed, { ...placed, layout: { ...placed.layout, ask: [40, 0] } })).toEqual(['moved step ask place'])
    expect(told(placed, updateStep(placed, 'ask', { timeout: 5 }))).toEqual(['changed step ask timeout'])
  })

  it('tells a step that came or went as a whole, with its place and its edges', () => {
    const placed = { ...base, layout: { ask: [0, 0], tell: [320, 0] } } as const
    expect(told(placed, removeStep(placed, 'tell'))).toEqual([
      'removed step tell',
      'rewired edge ask',
      'removed edge tell → END',
    ])
  })

  it('calls the one edge of an exit rewired when it leads elsewhere', () => {
    const wired = connectSteps({ ...base, edges: [] }, { from: 'ask', exit: 'ok', to: 'tell' })
    const other = connectSteps({ ...base, edges: [] }, { from: 'ask', exit: 'ok', to: 'END' })
    expect(diffAgents(wired, other)).toMatchObject([
      { kind: 'rewired', part: 'edge', name: 'ask', exit: 'ok', before: 'tell', after: 'END' },
    ])
    const both = connectSteps(wired, { from: 'ask', exit: 'ok', to: 'END' })
    expect(told(wired, both)).toEqual(['added edge ask → END'])
  })

  it('does not mind whether edges are written or implied, but the order of steps it does', () => {
    const written = {
      ...base,
      edges: [
        { from: 'ask', to: 'tell' },
        { from: 'START', to: 'ask' },
        { from: 'tell', to: 'END' },
      ],
    }
    expect(diffAgents(base, written)).toEqual([])
    expect(told(written, { ...written, steps: written.steps.toReversed() })).toEqual(['moved setting steps'])
  })

  it('goes into agents of the file, and says in which it is', () => {
    const before = { ...base, agents: { helper: base } }
    const after = { ...base, agents: { helper: updateStep(base, 'ask', { timeout: 5 }), other: base } }
    expect(diffAgents(before, after)).toMatchObject([
      {
        part: 'step',
        kind: 'changed',
        agentId: 'helper',
        id: 'ask',
        paths: [['agents', 'helper', 'steps', 'ask', 'timeout']],
      },
      { part: 'agent', kind: 'added', id: 'other', name: 'Asker' },
    ])
  })

  it('call groups by their titles, and a pin a setting of its step, which has not moved', () => {
    const before = {
      ...addStep(createAgentConfig(), { id: 'a', strategyType: 'output' }),
      layout: { a: [0, 0] } as const,
    }
    const groups = [{ id: 'group-1', title: 'First part', steps: ['a'] }]
    const after = { ...before, layout: { a: [0, 0, 'pinned'] } as const, groups }
    expect(diffAgents(before, after)).toMatchObject([
      { part: 'step', id: 'a', kind: 'changed', setting: ['pinned'], before: false, after: true },
      { part: 'group', id: 'group-1', name: 'First part', kind: 'added' },
    ])
  })

  it('lose nothing that is called like a part of every object', () => {
    const agent = createAgentConfig()
    const tools = [{ name: '__proto__', kind: 'code', code: 'return 1' }]
    expect(diffAgents(agent, { ...agent, tools })).toMatchObject([{ part: 'tool', kind: 'added', name: '__proto__' }])
  })
})
