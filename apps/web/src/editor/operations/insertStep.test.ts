import { type AgentConfig, createAgentConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createTestEditor, type TestEditor } from '../createTestEditor.ts'

/** Steps of which none says anything, in a chain or with these edges. */
function agent(types: readonly string[], edges?: AgentConfig['edges']): AgentConfig {
  const steps = types.map((strategyType) => ({ id: strategyType, strategyType, config: {} }))
  const layout = types.map((id, index): [string, [number, number]] => [id, [index * 340, 0]])
  return { ...createAgentConfig(), steps, layout: Object.fromEntries(layout), ...(edges ? { edges } : {}) }
}

const severalExits = { human: 'approved', condition: 'yes', router: 'question' }
const gestures: Readonly<Record<string, (editor: TestEditor, type: string) => unknown>> = {
  'a click with the step selected': (editor, type) => {
    editor.select('llm')
    editor.click(type)
  },
  'a click with nothing selected': (editor, type) => editor.click(type),
  'a drop on the wire to the end': (editor, type) => editor.dropOnWire(type, 'llm', 'END'),
  'letting go of a wire over nothing': (editor, type) =>
    editor.actions.addStep(type, { at: [340, 0], after: { stepId: 'llm' } }),
  'accepting the wire that is offered': (editor, type) => {
    editor.drop(type, [340, 0])
    editor.actions.acceptSuggestion()
  },
}
const agents = {
  'a chain': agent(['llm']),
  'drawn edges': agent(['llm'], [{ from: 'START', to: 'llm' }]),
  'a drawn way to the end': agent(
    ['llm'],
    [
      { from: 'START', to: 'llm' },
      { from: 'llm', to: 'END' },
    ],
  ),
}

describe('a step with several exits goes on to the end by its first one, and the others are open', () => {
  const cases = Object.keys(gestures).flatMap((gesture) =>
    Object.keys(agents).flatMap((before) => Object.keys(severalExits).map((type) => [gesture, before, type] as const)),
  )
  test.each(cases)('by %s, in %s: %s', (gesture, before, type) => {
    const editor = createTestEditor(Reflect.get(agents, before))
    gestures[gesture]?.(editor, type)
    const exit = Reflect.get(severalExits, type)
    expect(editor.wires).toEqual(['START→llm', `llm→${type}`, `${type}:${exit}→END`])
    const { problems } = editor.editor.planner.plan(editor.agent)
    const open = problems.filter(({ code }) => code === 'graph.deadRoute')
    expect(open).toMatchObject([{ stepId: type, severity: 'warning' }])
  })

  test.each(Object.entries(severalExits))('as the first step of an agent: %s', (type, exit) => {
    for (const add of ['click', 'drop'] as const) {
      const editor = createTestEditor()
      const before = editor.agent
      editor[add](type)
      expect(editor.wires).toEqual([`START→${type}`, `${type}:${exit}→END`])
      expect(editor.undoable).toHaveLength(1)
      editor.undo()
      expect(editor.agent).toBe(before)
    }
  })

  test('behind an exit that is open, and before another step', () => {
    const editor = createTestEditor()
    editor.click('condition')
    editor.dropOnWire('human', 'condition', 'END')
    expect(editor.wires).toEqual(['START→condition', 'condition:yes→human', 'human:approved→END'])
    editor.actions.addStep('router', { onEdge: { from: 'condition', exit: 'else', to: 'END' } })
    editor.actions.addStep('http', { onEdge: { from: 'human', exit: 'approved', to: 'END' } })
    expect(editor.wires.slice(2)).toEqual(['condition:else→router', 'router:question→END', 'human:approved→http'])
    editor.undo()
    expect(editor.wires).toContain('human:approved→END')
  })

  test('one that is dropped beside the way leads nowhere', () => {
    const editor = createTestEditor(agents['a chain'])
    editor.drop('human', [0, 600])
    expect(editor.wires).toEqual(['START→llm'])
  })
})

test('removing the only step leaves a start from which the next one is led to', () => {
  const editor = createTestEditor()
  editor.click('human')
  editor.actions.removeSelection()
  expect(editor.wires).toEqual([])
  editor.click('llm')
  expect(editor.wires).toEqual(['START→llm'])
})
