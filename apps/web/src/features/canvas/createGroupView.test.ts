import { type AgentConfig, createAgentConfig, createDefaultRegistry } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { toAgentDocument } from '../../editor/AgentDocument.ts'
import { createStepFacts } from '../../editor/createStepFacts.ts'
import { noSelection } from '../../editor/noSelection.ts'
import { createGroupView } from './createGroupView.ts'
import { createProjector } from './toFlow.ts'

const step = (id: string, nodeName = id) => ({ id, strategyType: 'set', nodeName, config: {} })

function agentOf(collapsed: boolean, name = 'b'): AgentConfig {
  return {
    ...createAgentConfig(),
    steps: [step('a'), step('b', name), step('c'), step('d')],
    groups: [{ id: 'g', title: 'Work', steps: ['b', 'c'], collapsed }],
    layout: { a: [0, 0], b: [340, 10], c: [680, 0], d: [1020, 0] },
  }
}

function createView() {
  const projector = createProjector(createStepFacts(createDefaultRegistry()))
  const view = createGroupView()
  const project = (agent: AgentConfig, selection = noSelection) => {
    const document = toAgentDocument(agent)
    return view.project(projector.project(document, selection, 0), document.agent, selection)
  }
  return { view, project }
}

const wires = (edges: readonly { source: string; target: string }[]) =>
  edges.map(({ source, target }) => `${source} ${target}`)

describe('groups over the flow', () => {
  test('an open one is a frame around its cards, behind all others', () => {
    const { nodes, edges } = createView().project(agentOf(false))
    expect(nodes[0]).toMatchObject({ id: 'group:g', position: { x: 320, y: -52 }, width: 636, height: 174 })
    expect(nodes.map(({ id }) => id)).toEqual(['group:g', 'START', 'a', 'b', 'c', 'd', 'END'])
    expect(wires(edges)).toEqual(['START a', 'a b', 'b c', 'c d', 'd END'])
  })

  test('a collapsed one stands in the place of its cards, and their wires end at it', () => {
    const { nodes, edges } = createView().project(agentOf(true))
    expect(nodes.map(({ id }) => id)).toEqual(['group:g', 'START', 'a', 'd', 'END'])
    expect(nodes[0]).toMatchObject({ position: { x: 340, y: 0 }, width: 256 })
    expect(wires(edges)).toEqual(['START a', 'a group:g', 'group:g d', 'd END'])
    expect(edges.map(({ ariaLabel }) => ariaLabel).slice(1, 3)).toEqual(['a → Work', 'Work → d'])
  })

  test('each exit that leads into a collapsed one keeps its wire, several from one exit are one', () => {
    const routes = ['b', 'c'].map((name) => ({ name, description: name }))
    const agent: AgentConfig = {
      ...agentOf(true),
      steps: [{ ...step('a'), strategyType: 'router', config: { routes } }, step('b'), step('c'), step('d')],
      edges: [
        { from: 'START', to: 'a' },
        { from: 'a', exit: 'b', to: 'b' },
        { from: 'a', exit: 'c', to: 'c' },
        { from: 'b', to: 'd' },
        { from: 'c', to: 'd' },
      ],
    }
    const { edges } = createView().project(agent)
    const exits = edges.filter(({ target }) => target === 'group:g').map(({ sourceHandle }) => sourceHandle)
    expect(exits).toEqual(['b', 'c'])
    expect(edges.filter(({ source }) => source === 'group:g')).toHaveLength(1)
  })

  test('the flow stays the same object while it looks the same', () => {
    const { project } = createView()
    const before = project(agentOf(true))
    expect(project(agentOf(true))).toBe(before)
    expect(project(agentOf(false))).not.toBe(before)
  })

  test('moving one moves its cards, and letting go of it lets go of them', () => {
    const { view, project } = createView()
    const { nodes } = project(agentOf(true), { ...noSelection, stepIds: ['b', 'c'] })
    expect(nodes[0]?.selected).toBe(true)
    expect(view.toMoves({ 'group:g': [350, 20] })).toEqual({ 'group:g': [350, 20], b: [350, 30], c: [690, 20] })
    expect(view.toMoves({ a: [1, 2] })).toEqual({ a: [1, 2] })
    expect(view.toChanges([{ type: 'select', id: 'group:g', selected: false }])).toEqual([
      { type: 'select', id: 'b', selected: false },
      { type: 'select', id: 'c', selected: false },
    ])
  })

  test('the frame follows a card that is moved out of it', () => {
    const { view, project } = createView()
    const { nodes } = project(agentOf(false))
    const moved = nodes.map((node) => (node.id === 'c' ? { ...node, position: { x: 900, y: 200 } } : node))
    expect(view.follow(moved, { c: [900, 200] })[0]).toMatchObject({ position: { x: 320, y: -42 }, width: 856 })
  })
})
