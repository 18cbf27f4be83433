import type { AgentConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { cardSize } from '../../editor/cardSize.ts'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { noSelection } from '../../editor/noSelection.ts'
import { createProjector } from './toFlow.ts'

function drawn() {
  const editor = createTestEditor()
  const projector = createProjector(editor.editor.facts)
  const flow = (selection = noSelection, revision = 0) =>
    projector.project(editor.editor.store.getState().history.present, selection, revision)
  return { editor, flow }
}

describe('toFlow', () => {
  test('an empty agent shows where it starts', () => {
    expect(
      drawn()
        .flow()
        .nodes.map((node) => node.id),
    ).toEqual(['START'])
  })

  test('cards stand where the layout says, between the start and the end, and carry ids only', () => {
    const { editor, flow } = drawn()
    editor.drop('llm', [40, 60])
    const { nodes } = flow()
    expect(nodes.map((node) => node.id)).toEqual(['START', 'llm', 'END'])
    expect(nodes[1]).toMatchObject({ position: { x: 40, y: 60 }, data: { stepId: 'llm' }, selected: false })
    expect((nodes[0]?.position.x ?? 0) < 40 && (nodes[2]?.position.x ?? 0) > 40).toBe(true)
  })

  test('what looks the same stays the same object: after an edit of settings, everything', () => {
    const { editor, flow } = drawn()
    editor.click('llm')
    editor.click('set')
    const before = flow()
    editor.actions.setStepValue('llm', 'config.promptTemplate', 'Hello')
    const after = flow()
    expect(after).toBe(before)
  })

  test('a step that becomes one of another kind looks different', () => {
    const { editor, flow } = drawn()
    editor.click('llm')
    const before = flow()
    const toSet = (agent: AgentConfig) => ({
      ...agent,
      steps: agent.steps.map((step) => ({ ...step, nodeName: 'Same name', strategyType: 'set', config: {} })),
    })
    editor.actions.setStepValue('llm', 'nodeName', 'Same name')
    const named = flow()
    editor.actions.edit('Replace', toSet, 'record')
    expect(named).not.toBe(before)
    expect(flow()).not.toBe(named)
  })

  test('after a move only the card that moved, and the ends that follow it', () => {
    const { editor, flow } = drawn()
    for (const type of ['llm', 'set', 'output']) editor.click(type)
    const before = flow()
    editor.actions.moveSteps({ set: [333, 444] })
    const after = flow()
    expect(after.nodes.filter((node, index) => node !== before.nodes[index]).map((node) => node.id)).toEqual(['set'])
    expect(after.edges).toBe(before.edges)
  })

  test('after a selection only what is selected or no longer is', () => {
    const { editor, flow } = drawn()
    editor.click('llm')
    editor.click('set')
    const before = flow({ ...noSelection, stepIds: ['llm'] })
    const after = flow({ ...noSelection, stepIds: ['set'], edgeIds: ['llm→set'] })
    expect(after.nodes.filter((node, index) => node !== before.nodes[index]).map((node) => node.id)).toEqual([
      'llm',
      'set',
    ])
    expect(after.edges.filter((edge) => edge.selected).map((edge) => edge.id)).toEqual(['llm→set'])
  })

  test('a wire is called by the names of its steps and its exit, also once they are renamed', () => {
    const { editor, flow } = drawn()
    const step = (id: string, nodeName: string) => ({ id, strategyType: 'set', nodeName, config: {} })
    const branches = [{ name: 'refund', when: 'true' }]
    editor.actions.replaceFile('Replace', {
      ...createEmptyAgent(),
      steps: [
        { id: 'choose', strategyType: 'condition', nodeName: 'Classify', config: { branches } },
        step('a', 'Handle the refund'),
      ],
      edges: [
        { from: 'START', to: 'choose' },
        { from: 'choose', exit: 'refund', to: 'a' },
        { from: 'a', to: 'choose', maxTurns: 3 },
      ],
      layout: { choose: [0, 0], a: [300, 0] },
    })
    const names = () => flow().edges.map(({ ariaLabel }) => ariaLabel)
    expect(names()).toEqual([
      'Start → Classify',
      'Classify · refund → Handle the refund',
      'Handle the refund · loop · at most 3 turns → Classify',
      'Classify · Otherwise → End',
    ])
    editor.actions.setStepValue('a', 'nodeName', 'Pay')
    expect(names()[1]).toBe('Classify · refund → Pay')
  })

  test('a card grows with its exits, each of which has a place for wires', () => {
    const { editor, flow } = drawn()
    editor.click('router')
    const before = flow().nodes[1]
    editor.actions.setStepValue('router', 'config.routes', [{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    const after = flow().nodes[1]
    expect(after?.height).toBeGreaterThan(before?.height ?? 0)
    expect(after?.handles?.filter((handle) => handle.type === 'source').map((handle) => handle.id)).toEqual([
      ...['a', 'b', 'c'],
      '*',
    ])
  })

  test('a size is known before anything is measured', () => {
    const { editor, flow } = drawn()
    editor.click('llm')
    const size = cardSize(editor.editor.facts.of({ id: 'x', strategyType: 'llm', config: {} }).ports)
    expect(flow().nodes[1]).toMatchObject({ ...size, measured: size })
  })

  test('another registry revision draws everything anew', () => {
    const { editor, flow } = drawn()
    editor.click('llm')
    expect(flow(noSelection, 0).nodes[1]).not.toBe(flow(noSelection, 1).nodes[1])
  })
})
