import { type AgentConfig, createAgentConfig, createDefaultRegistry, type Position, setName } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { createStepFacts } from '../../../editor/createStepFacts.ts'
import { describeChange } from './describeChange.ts'
import { planComparison } from './planComparison.ts'

const facts = createStepFacts(createDefaultRegistry())
const step = (id: string, prompt = '') => ({ id, strategyType: 'llm', config: { promptTemplate: prompt } })
const before: AgentConfig = {
  ...createAgentConfig(),
  steps: [step('ask', 'Be brief.'), step('gone')],
  edges: [
    { from: 'START', to: 'ask' },
    { from: 'ask', to: 'gone' },
  ],
  layout: { ask: [0, 0], gone: [400, 0] },
}
const after: AgentConfig = {
  ...before,
  steps: [step('ask', 'Be kind.'), step('new')],
  edges: [
    { from: 'START', to: 'ask' },
    { from: 'ask', to: 'new' },
  ],
  layout: { ask: [0, 0], new: [400, 0] },
}
const marksOf = (old: AgentConfig, now: AgentConfig) =>
  planComparison(old, now, facts).changes.map((change) => [describeChange(change), change.nodeId, [...change.wires]])

describe('two agents as one picture', () => {
  it('shows everything of both, and what is gone beside what has taken its place', () => {
    const { agent } = planComparison(before, after, facts)
    expect(agent.steps.map(({ id }) => id)).toEqual(['ask', 'new', 'gone'])
    expect(agent.edges).toEqual([...(after.edges ?? []), { from: 'ask', to: 'gone' }])
    expect(agent.layout).toMatchObject({ ask: [0, 0], new: [400, 0] })
    const [, y = 0] = agent.layout.gone ?? []
    expect(Math.abs(y)).toBeGreaterThan(90)
  })

  it('shows very much that is gone as one block beside what is there', () => {
    const many = (prefix: string, count: number): AgentConfig => {
      const steps = Array.from({ length: count }, (_, index) => step(`${prefix}${index}`))
      const layout = steps.map(({ id }, index): [string, Position] => [
        id,
        [(index % 40) * 340, Math.floor(index / 40) * 150],
      ])
      return { ...createAgentConfig(), steps, edges: [], layout: Object.fromEntries(layout) }
    }
    const [old, now] = [many('old', 400), many('new', 400)]
    const { layout } = planComparison(old, now, facts).agent
    const [x = 0, y = 0] = layout.old0 ?? []
    expect([x, y]).toEqual([39 * 340 + 256 + 200, 0])
    expect(layout.old41).toEqual([x + 340, 150])
    expect(layout).toMatchObject(now.layout)
  })

  it('marks cards and wires, and tells them from left to right', () => {
    expect(marksOf(before, after)).toEqual([
      ['ask: changed, 1 setting', 'ask', []],
      [
        'ask: leads elsewhere',
        undefined,
        [
          ['ask→gone', 'removed'],
          ['ask→new', 'added'],
        ],
      ],
      ['new: added', 'new', []],
      ['gone: removed', 'gone', []],
    ])
  })

  it('tells what has no place last, and shows nothing for it', () => {
    const { changes } = planComparison(before, setName(after, 'Renamed'), facts)
    expect(changes.at(-1)).toMatchObject({ name: 'name', nodeId: undefined, seen: [] })
  })

  it('opens collapsed groups, so that every mark is seen, and looks at what is in one that differs', () => {
    const groups = [{ id: 'g', title: 'Both', steps: ['ask'], collapsed: true }]
    const { agent, changes } = planComparison(before, { ...before, groups }, facts)
    expect(agent.groups).toEqual([{ id: 'g', title: 'Both', steps: ['ask'] }])
    expect(changes).toMatchObject([{ kind: 'added', name: 'Both', seen: ['ask'] }])
  })

  it('goes into the agents of the file, and marks their wires', () => {
    const [old, now] = [before, after].map((helper) => ({ ...before, agents: { helper } }))
    expect(planComparison(old ?? before, now ?? before, facts).changes).toMatchObject([
      { agentId: 'helper', nodeId: 'ask' },
      {
        agentId: 'helper',
        wires: new Map([
          ['ask→gone', 'removed'],
          ['ask→new', 'added'],
        ]),
      },
      { agentId: 'helper', nodeId: 'new' },
      { agentId: 'helper', nodeId: 'gone' },
    ])
  })

  it('finds nothing to mark between an agent and itself', () => {
    expect(planComparison(before, structuredClone(before), facts).changes).toEqual([])
  })
})
