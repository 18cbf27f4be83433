import { type AgentConfig, createAgentConfig, takesEdge } from '@petal/core/model'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestEditor, type TestEditor } from './createTestEditor.ts'

let editor: TestEditor
beforeEach(() => {
  editor = createTestEditor()
})

describe('adding steps', () => {
  test('the first step is reached from the start and is selected with its panel open', () => {
    const id = editor.drop('llm', [40, 60])
    expect(editor.wires).toEqual(['START→llm', 'llm→END'])
    expect(editor.layout[id]).toEqual([40, 60])
    expect(editor.selected).toEqual(['llm'])
    expect(editor.editor.store.getState().session.panels).toMatchObject({ sideOpen: true, sideTab: 'step' })
  })

  test('the first model step asks about what a person puts in, so that it runs at once', () => {
    editor.drop('llm')
    expect(editor.agent.steps[0]?.config).toEqual({ promptTemplate: '{question}', writes: 'answer' })
    expect(editor.editor.planner.plan(editor.agent).ok).toBe(true)
  })

  test('each step has a name of its own', () => {
    editor.drop('llm')
    editor.drop('llm', [400, 400])
    expect(editor.agent.steps.map(({ nodeName }) => nodeName)).toEqual(['Ask a model', 'Ask a model 2'])
  })

  test('the fields that a new step writes are declared with it, and are gone when it is undone', () => {
    editor.drop('llm')
    editor.drop('output', [340, 0])
    expect(Object.keys(editor.agent.stateType.fields)).toEqual(['question', 'answer', 'output'])
    expect(editor.editor.planner.plan(editor.agent).ok).toBe(true)
    editor.actions.undo()
    expect(Object.keys(editor.agent.stateType.fields)).toEqual(['question', 'answer'])
  })

  test('what is said last begins with what the step before wrote, connected or only near', () => {
    editor.drop('llm', [0, 0])
    editor.drop('output', [340, 0])
    expect(editor.agent.steps[1]?.config).toEqual({ template: '{answer}' })
    editor.actions.acceptSuggestion()
    expect(editor.editor.planner.plan(editor.agent)).toMatchObject({ ok: true, problems: [] })
  })

  test('after an approval it is what a model wrote and a person approved, not their reason', () => {
    editor.click('llm')
    editor.click('human')
    editor.actions.setStepValue('human', 'config.writes', 'feedback')
    editor.select('human')
    editor.click('output')
    expect(editor.wires).toEqual(['START→llm', 'llm→human', 'human:approved→output'])
    expect(editor.agent.steps.at(-1)?.config).toEqual({ template: '{answer}' })
  })

  test('of several models it is the nearest one; without one what a person said', () => {
    editor.click('llm')
    editor.click('llm')
    editor.click('human')
    editor.click('output')
    expect(editor.agent.steps.at(-1)?.config).toEqual({ template: '{answer2}' })
    const asked = createTestEditor()
    asked.click('human')
    asked.actions.setStepValue('human', 'config.writes', 'feedback')
    asked.select('human')
    asked.click('output')
    expect(asked.agent.steps.at(-1)?.config).toEqual({ template: '{feedback}' })
  })

  test('a model that was asked on only some of the ways is passed over', () => {
    editor.click('human')
    editor.actions.setStepValue('human', 'config.writes', 'feedback')
    editor.click('llm')
    editor.actions.connect({ from: 'human', exit: 'rejected', to: 'llm' })
    editor.actions.connect({ from: 'llm', to: 'human' })
    editor.actions.addStep('output', { at: [680, 0], after: { stepId: 'human', exit: 'approved' } })
    expect(editor.agent.steps.at(-1)?.config).toEqual({ template: '{feedback}' })
  })

  test('it looks past a step that writes nothing, and begins empty where nothing is written', () => {
    const fresh = createTestEditor()
    fresh.drop('output', [0, 600])
    expect(fresh.agent.steps[0]?.config).toEqual({})
    editor.click('llm')
    editor.click('condition')
    editor.click('output')
    expect(editor.agent.steps.at(-1)?.config).toEqual({ template: '{answer}' })
  })

  test('every model step writes its answer into a field of its own, and goes on with the conversation', () => {
    editor.click('llm')
    editor.click('llm')
    editor.click('llm')
    const configs = editor.agent.steps.map(({ config }) => config)
    expect(configs.map(({ writes }) => writes)).toEqual(['answer', 'answer2', 'answer3'])
    expect(configs.map(({ promptTemplate }) => promptTemplate)).toEqual(['{question}', undefined, undefined])
    expect(editor.editor.planner.plan(editor.agent)).toMatchObject({ ok: true, problems: [] })
  })

  test('a step dropped on empty canvas is not wired silently, but a wire is offered', () => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [340, 0])
    expect(editor.wires).toEqual(['START→llm'])
    expect(editor.editor.store.getState().session.suggestion).toEqual({ from: 'llm', to: 'set' })
    expect(editor.editor.store.getState().session.announcement.text).toMatch(/Tab connects Ask a model to it/)
    editor.actions.acceptSuggestion()
    expect(editor.wires).toEqual(['START→llm', 'llm→set'])
  })

  test('no wire is offered from far away', () => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [2000, 0])
    expect(editor.editor.store.getState().session.suggestion).toBeUndefined()
  })

  test('an offer is gone with the next change', () => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [340, 0])
    editor.select('llm')
    editor.actions.nudge(8, 0, 'keys')
    expect(editor.editor.store.getState().session.suggestion).toBeUndefined()
  })

  test('clicked steps stand beside each other as a chain', () => {
    editor.click('llm')
    editor.click('set')
    editor.click('output')
    expect(editor.agent.edges).toBeUndefined()
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→output', 'output→END'])
    expect(new Set(Object.values(editor.layout).map(String)).size).toBe(3)
  })

  test('with nothing selected a step is put before an output at the end, which stays the last', () => {
    editor.click('llm')
    editor.click('output')
    const place = editor.layout.output
    editor.select()
    editor.click('set')
    expect(editor.agent.edges).toBeUndefined()
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→output', 'output→END'])
    expect(editor.layout.set).toEqual(place)
    editor.select()
    editor.click('output')
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→output', 'output→output-2', 'output-2→END'])
  })

  test('also where several ways lead to it, as one entry', () => {
    editor.drop('router', [0, 0])
    editor.drop('set', [340, 0])
    editor.drop('llm', [340, 300])
    editor.drop('output', [680, 0])
    editor.connect('set', 'output')
    editor.connect('llm', 'output')
    const before = editor.agent
    editor.select()
    editor.click('custom')
    expect(editor.wires).toEqual(expect.arrayContaining(['set→custom', 'llm→custom', 'custom→output']))
    expect(editor.wires).not.toContain('set→output')
    editor.undo()
    expect(editor.agent).toBe(before)
  })

  test('a click beside a step in the middle puts the new one behind it, as one entry', () => {
    editor.click('llm')
    editor.click('set')
    const before = editor.agent
    editor.select('llm')
    editor.click('output')
    expect(editor.wires).toEqual(['START→llm', 'llm→output', 'output→set', 'set→END'])
    expect(editor.layout.set?.[0]).toBeGreaterThanOrEqual((editor.layout.output?.[0] ?? 0) + 300)
    editor.undo()
    expect(editor.agent).toBe(before)
  })

  test('into a wire to another row it is put clear of what stands in its own', () => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [340, 0])
    editor.drop('output', [340, 300])
    editor.connect('llm', 'output')
    editor.select('llm')
    editor.click('custom')
    expect(editor.wires).toEqual(['START→llm', 'llm→custom', 'custom→output'])
    expect(editor.layout.custom).toEqual([340, 150])
  })

  test('a click beside a step that leads to two connects nothing: nobody knows which', () => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [340, 0])
    editor.drop('set', [340, 300])
    editor.connect('llm', 'set')
    editor.connect('llm', 'set-2')
    editor.select('llm')
    editor.click('output')
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'llm→set-2'])
  })

  test('a click beside a router takes its first free exit', () => {
    editor.click('router')
    const [first, second] = ['question', 'other']
    editor.click('llm')
    editor.select('router')
    editor.click('set')
    expect(editor.wires).toEqual(['START→router', ...editor.wires.filter((wire) => wire.startsWith('router:'))])
    expect(editor.wires).toEqual(['START→router', `router:${first}→llm`, `router:${second}→set`])
  })

  test('dropped on a wire it is spliced in as one entry, and what follows makes room', () => {
    editor.click('llm')
    editor.click('output')
    const before = editor.agent
    editor.dropOnWire('set', 'llm', 'output')
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→output', 'output→END'])
    expect(editor.layout.output?.[0]).toBeGreaterThanOrEqual((editor.layout.set?.[0] ?? 0) + 300)
    editor.undo()
    expect(editor.agent).toBe(before)
  })

  test('spliced into a short wire it stands clear of both its neighbours, in their row', () => {
    editor.click('llm')
    editor.click('output')
    const onEdge = { from: 'llm', to: 'output' }
    editor.actions.addStep('set', { at: [170, 20], onEdge })
    const [before, here, after] = ['llm', 'set', 'output'].map((id) => editor.layout[id] ?? [0, 0])
    expect((here?.[0] ?? 0) - (before?.[0] ?? 0)).toBeGreaterThanOrEqual(300)
    expect((after?.[0] ?? 0) - (here?.[0] ?? 0)).toBeGreaterThanOrEqual(300)
    expect(here?.[1]).toBe(before?.[1])
  })

  test('a step with several exits goes on by its first one', () => {
    editor.click('llm')
    editor.click('output')
    editor.dropOnWire('router', 'llm', 'output')
    expect(editor.wires).toEqual(['START→llm', 'llm→router', 'router:question→output'])
  })

  test('in a loop its limit goes to the wire that closes the loop', () => {
    editor.click('llm')
    editor.click('set')
    editor.actions.connect({ from: 'set', to: 'llm' })
    editor.actions.setLoopLimit('set→llm', { maxTurns: 3 })
    editor.select('set')
    editor.click('http')
    const limits = editor.edges.flatMap(({ from, to, maxTurns }) =>
      maxTurns === undefined ? [] : [{ from, to, maxTurns }],
    )
    expect(limits).toEqual([{ from: 'http', to: 'llm', maxTurns: 3 }])
  })

  test('on the wire to the end it is simply the next one', () => {
    editor.click('llm')
    editor.dropOnWire('set', 'llm', 'END')
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→END'])
  })

  test('on a wire of drawn edges the edges on both sides are drawn', () => {
    editor.drop('llm', [0, 0])
    editor.drop('output', [340, 0])
    editor.connect('llm', 'output')
    editor.dropOnWire('set', 'llm', 'output')
    expect(editor.wires).toEqual(['START→llm', 'llm→set', 'set→output'])
  })

  test('a wire let go of over nothing makes the step and its connection in one entry', () => {
    editor.click('router')
    editor.actions.addStep('llm', { at: [400, 0], after: { stepId: 'router', exit: 'other' } })
    expect(editor.wires).toContain('router:other→llm')
    editor.undo()
    expect(editor.ids).toEqual(['router'])
  })

  test('a wire pulled backwards makes the step before', () => {
    editor.click('llm')
    editor.actions.addStep('set', { at: [-400, 0], before: 'llm' })
    expect(editor.wires).toContain('set→llm')
  })

  test('ids are readable and never taken twice', () => {
    expect([editor.click('llm'), editor.click('llm'), editor.click('llm')]).toEqual(['llm', 'llm-2', 'llm-3'])
  })
})

describe('connecting', () => {
  beforeEach(() => {
    editor.drop('llm', [0, 0])
    editor.drop('set', [340, 0])
    editor.drop('router', [680, 0])
  })

  test.each([
    ['nothing can lead into the start', 'llm', 'START', /start/],
    ['nothing can follow the end', 'END', 'llm', /end/],
    ['start and end need a step between them', 'START', 'END', /step between/],
    ['the same connection again', 'START', 'llm', /already/],
    ['a step that only leads to itself', 'llm', 'llm', /never end/],
  ])('refuses with a reason: %s', (_, from, to, reason) => {
    const before = editor.agent
    expect(editor.connect(from, to)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
    expect(editor.agent).toBe(before)
  })

  test.each([
    [
      'a wire to the start may lead back to the first step',
      'router',
      'START',
      'connect',
      { from: 'router', to: 'llm' },
    ],
    ['between start and end a step can be put', 'START', 'END', 'insert', { from: 'START', to: 'END' }],
    ['so it can where a step leads to itself', 'llm', 'llm', 'insert', { from: 'llm', to: 'llm' }],
  ])('offers what was meant: %s', (...[, from, to, how, edge]) => {
    expect(editor.actions.checkConnection({ from, to })).toMatchObject({ ok: false, fix: { how, edge } })
  })

  test('offers nothing where that could not be either, or is not clear', () => {
    expect(editor.actions.checkConnection({ from: 'llm', to: 'START' })).not.toHaveProperty('fix')
    editor.connect('START', 'set')
    expect(editor.actions.checkConnection({ from: 'router', to: 'START' })).not.toHaveProperty('fix')
    expect(editor.actions.checkConnection({ from: 'START', to: 'llm' })).not.toHaveProperty('fix')
  })

  test('a step put into a wire that leads back to its own beginning is connected on both sides, as one entry', () => {
    editor.actions.addStep('condition', { at: [0, 200], after: { stepId: 'llm' }, before: 'llm' })
    expect(editor.wires).toEqual(['START→llm', 'llm→condition', 'condition:yes→llm'])
    editor.undo()
    expect(editor.wires).toEqual(['START→llm'])
  })

  test('allows a way back to an earlier step: a loop', () => {
    editor.connect('llm', 'set')
    expect(editor.connect('set', 'llm')).toEqual({ ok: true })
    expect(editor.wires).toContain('set→llm')
  })

  test('a step with several exits may lead to itself by one of them', () => {
    expect(editor.connect('router', 'router', 'other')).toEqual({ ok: true })
  })

  test('a way on replaces the way to the end from the same exit', () => {
    editor.connect('llm', 'END')
    editor.connect('llm', 'set')
    expect(editor.wires).toEqual(['START→llm', 'llm→set'])
  })

  test('rewiring moves the end of an edge in one entry', () => {
    editor.connect('llm', 'set')
    const entries = editor.undoable.length
    editor.actions.rewire('llm→set', { from: 'llm', to: 'router' })
    expect(editor.wires).toEqual(['START→llm', 'llm→router'])
    expect(editor.undoable).toHaveLength(entries + 1)
  })

  test('rewiring to where it was changes nothing, and to where it may not go says why', () => {
    editor.connect('llm', 'set')
    const before = editor.agent
    expect(editor.actions.rewire('llm→set', { from: 'llm', to: 'set' })).toEqual({ ok: true })
    expect(editor.actions.rewire('llm→set', { from: 'llm', to: 'START' }).ok).toBe(false)
    expect(editor.agent).toBe(before)
  })

  test('disconnecting takes the edge only', () => {
    editor.connect('llm', 'set')
    editor.actions.disconnect(['llm→set'])
    expect(editor.wires).toEqual(['START→llm'])
    expect(editor.ids).toHaveLength(3)
  })
})

describe('deleting', () => {
  beforeEach(() => {
    editor.click('llm')
    editor.click('set')
    editor.click('output')
  })

  test('the neighbours of a deleted step are joined', () => {
    editor.select('set')
    editor.actions.removeSelection()
    expect(editor.wires).toEqual(['START→llm', 'llm→output', 'output→END'])
    expect(editor.layout).not.toHaveProperty('set')
    expect(editor.selected).toEqual([])
  })

  test('or not, when a person says so', () => {
    editor.select('set')
    editor.actions.removeSelection(false)
    expect(editor.wires).toEqual(['START→llm'])
  })

  test('nothing is guessed behind a step with several ways on', () => {
    editor.select('set')
    editor.actions.removeSelection()
    editor.dropOnWire('router', 'llm', 'output')
    editor.actions.addStep('set', { at: [900, 200], after: { stepId: 'router', exit: 'other' } })
    editor.select('router')
    editor.actions.removeSelection()
    expect(editor.wires).toEqual(['START→llm'])
  })

  test('several at once, and edges with them, are one entry', () => {
    const before = editor.agent
    editor.actions.select({ stepIds: ['set', 'output'], edgeIds: ['START→llm'] })
    editor.actions.removeSelection()
    expect(editor.ids).toEqual(['llm'])
    expect(editor.wires).toEqual([])
    editor.undo()
    expect(editor.agent).toBe(before)
  })
})

describe('settings', () => {
  test('a burst of typing is one entry, and only that step is a new object', () => {
    editor.click('llm')
    editor.click('llm')
    const other = editor.agent.steps[1]
    for (const text of ['H', 'He', 'Hel']) editor.actions.setStepValue('llm', 'config.promptTemplate', text, 'typing:1')
    expect(editor.agent.steps[0]?.config.promptTemplate).toBe('Hel')
    expect(editor.agent.steps[1]).toBe(other)
    editor.undo()
    expect(editor.agent.steps[0]?.config.promptTemplate).toBe('{question}')
  })

  test('a name and a time limit are set and taken away again', () => {
    editor.click('llm')
    editor.actions.setStepValue('llm', 'nodeName', 'Answer')
    editor.actions.setStepValue('llm', 'timeout', 5000)
    expect(editor.agent.steps[0]).toMatchObject({ nodeName: 'Answer', timeout: 5000 })
    editor.actions.setStepValue('llm', 'nodeName', '')
    editor.actions.setStepValue('llm', 'timeout', undefined)
    expect(editor.agent.steps[0]).not.toHaveProperty('nodeName')
    expect(editor.agent.steps[0]).not.toHaveProperty('timeout')
  })

  test('a renamed exit takes its edge along, a removed one takes it away', () => {
    editor.click('router')
    editor.click('llm')
    editor.actions.setStepValue('router', 'config.routes', [{ name: 'refund' }, { name: 'other' }])
    expect(editor.wires).toEqual(['START→router', 'router:refund→llm'])
    editor.actions.setStepValue('router', 'config.routes', [{ name: 'other' }, { name: 'new' }, { name: 'newer' }])
    expect(editor.wires).toEqual(['START→router'])
  })

  test('moving a card leaves what the agent means the same object', () => {
    editor.click('llm')
    const { agent } = editor
    editor.actions.moveSteps({ llm: [10.4, 20.6], nobody: [1, 1] })
    expect(editor.layout).toEqual({ llm: [10, 21] })
    expect(editor.agent).toBe(agent)
  })

  test('arrow keys move what is selected, a row of them as one entry', () => {
    editor.click('llm')
    editor.actions.nudge(8, 0, 'keys:llm')
    editor.actions.nudge(0, 8, 'keys:llm')
    expect(editor.layout.llm).toEqual([8, 8])
    editor.undo()
    expect(editor.layout.llm).toEqual([0, 0])
  })
})

describe('the clipboard', () => {
  beforeEach(() => {
    editor.click('llm')
    editor.click('set')
    editor.select('llm', 'set')
  })

  test('copied steps come out of another editor with new ids, their edges and their places', () => {
    const other = createTestEditor()
    other.click('llm')
    expect(other.actions.paste(editor.actions.copy() ?? '', [100, 200])).toBe(true)
    expect(other.ids).toEqual(['llm', 'llm-2', 'set'])
    expect(other.wires).toEqual(['START→llm', 'llm-2→set'])
    expect(other.layout['llm-2']).toEqual([100, 200])
    expect(other.selected).toEqual(['llm-2', 'set'])
  })

  test('pasted into an empty agent they run: the start leads to the first one', () => {
    const other = createTestEditor()
    other.actions.paste(editor.actions.copy() ?? '')
    expect(other.wires).toEqual(['START→llm', 'llm→set'])
  })

  test('a copy keeps its settings under a name of its own, so that both can run', () => {
    editor.actions.setStepValue('llm', 'nodeName', 'Answer')
    editor.select('llm')
    editor.actions.duplicate()
    editor.actions.duplicate()
    const [original, , first, second] = editor.agent.steps
    expect(first).toEqual({ ...original, id: 'llm-2', nodeName: 'Answer 2' })
    expect(second).toEqual({ ...original, id: 'llm-3', nodeName: 'Answer 3' })
    expect(editor.layout['llm-2']).not.toEqual(editor.layout.llm)
  })

  test.each([
    ['nothing', ''],
    ['words', 'petal-steps'],
    ['an agent', '{"version":1,"steps":[]}'],
    ['no step', '{"kind":"petal-steps","steps":[]}'],
    ['a step without a type', '{"kind":"petal-steps","steps":[{"id":"a"}]}'],
    [
      'a key that reaches a prototype',
      '{"kind":"petal-steps","steps":[{"id":"a","strategyType":"llm","__proto__":{}}]}',
    ],
  ])('other text is left to others: %s', (_, text) => {
    const before = editor.agent
    expect(editor.actions.paste(text)).toBe(false)
    expect(editor.agent).toBe(before)
  })

  test('with nothing selected there is nothing to copy', () => {
    editor.select()
    expect(editor.actions.copy()).toBeUndefined()
  })
})

describe('undo', () => {
  const types = fc.constantFrom('llm', 'set', 'router', 'human', 'output')
  const move = fc.oneof(
    types.map((type) => (e: TestEditor) => void e.click(type)),
    types.map((type) => (e: TestEditor) => void e.drop(type, [400, 300])),
    fc.tuple(fc.nat(), fc.nat()).map(
      ([a, b]) =>
        (e: TestEditor) =>
          void e.connect(pick(e.ids, a), pick([...e.ids, 'END'], b)),
    ),
    fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([a, b, c]) => (e: TestEditor) => {
      const from = pick(e.ids, a)
      e.connect(from, pick([...e.ids, 'END'], b), exitsOf(e, from)[c % 2])
    }),
    fc.tuple(types, fc.nat()).map(([type, a]) => (e: TestEditor) => {
      const onEdge = e.edges[a % Math.max(1, e.edges.length)]
      if (onEdge) e.actions.addStep(type, { onEdge })
    }),
    fc.nat().map((a) => (e: TestEditor) => {
      e.select(pick(e.ids, a))
      e.actions.removeSelection(a % 2 === 0)
    }),
    fc.nat().map((a) => (e: TestEditor) => e.actions.moveSteps({ [pick(e.ids, a)]: [a, a * 2] })),
    fc.nat().map((a) => (e: TestEditor) => {
      e.select(pick(e.ids, a))
      e.actions.duplicate()
    }),
    fc.nat().map((a) => (e: TestEditor) => e.actions.disconnect([pick(e.wires, a)])),
  )

  test('whatever was done, undoing all of it gives the same document, and redoing all of it the last one', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const mine = createTestEditor()
        const start = mine.editor.store.getState().history.present
        for (const act of moves) act(mine)
        const end = mine.editor.store.getState().history.present
        const entries = mine.undoable.length
        for (let count = 0; count < entries; count += 1) mine.undo()
        expect(mine.editor.store.getState().history.present).toBe(start)
        for (let count = 0; count < entries; count += 1) mine.redo()
        expect(mine.editor.store.getState().history.present).toBe(end)
      }),
    )
  })

  test('every step always has a place, and no edge leads from or to a step that is gone', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const mine = createTestEditor()
        for (const act of moves) act(mine)
        const ids = new Set([...mine.ids, 'START', 'END'])
        expect(Object.keys(mine.layout).sort()).toEqual([...mine.ids].sort())
        expect(mine.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true)
        expect(new Set(mine.wires).size).toBe(mine.wires.length)
      }),
    )
  })

  test('no exit leads both to the end and on', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const mine = createTestEditor()
        for (const act of moves) act(mine)
        for (const id of mine.ids) {
          for (const exit of exitsOf(mine, id)) {
            const ways = mine.edges.filter((edge) => edge.from === id && takesEdge(edge, exit))
            expect(new Set(ways.map(({ to }) => to === 'END')).size).toBeLessThan(2)
          }
        }
      }),
    )
  })

  test('the selection loses what undo takes away', () => {
    editor.click('llm')
    editor.undo()
    expect(editor.selected).toEqual([])
  })
})

describe('the open agent, as it became elsewhere', () => {
  test('takes the place of what it was; what is selected stays, if it is still there', () => {
    const { actions, store } = editor.editor
    actions.open({ id: 'a', config: createAgentConfig() })
    const [kept = '', gone = ''] = [editor.click('llm'), editor.click('set')]
    const config = editor.agent
    editor.select(kept, gone)
    const { request } = store.getState().session.canvasRequest ?? {}
    actions.open({ id: 'a', config: { ...config, name: 'Elsewhere', steps: config.steps.slice(0, 1), edges: [] } })
    expect(editor.agent.name).toBe('Elsewhere')
    expect(editor.selected).toEqual([kept])
    expect(store.getState().session.canvasRequest?.request).toBe(request)
    actions.open({ id: 'b', config })
    expect(editor.selected).toEqual([])
  })

  test('of another one nothing is in hand, and nothing was deleted', () => {
    const { actions, store } = editor.editor
    actions.open({ id: 'a', config: createAgentConfig() })
    editor.select(editor.click('llm') ?? '')
    actions.removeSelection()
    actions.takeOutlineInHand(true)
    expect(store.getState().session.removed).toBeDefined()
    actions.open({ id: 'b', config: createAgentConfig() })
    expect(store.getState().session).toMatchObject({ outlineInHand: false, removed: undefined })
  })
})

describe('a read-only agent', () => {
  test('stays as it is, and says why', () => {
    const config: AgentConfig = { ...createAgentConfig(), name: 'Newer' }
    editor.actions.open({ id: 'a', config, readOnly: 'Made with a newer version.' })
    editor.click('llm')
    expect(editor.ids).toEqual([])
    expect(editor.editor.store.getState().session.announcement.text).toContain('newer version')
  })
})

function exitsOf({ agent, editor: { facts } }: TestEditor, id: string): readonly string[] {
  const step = agent.steps.find((one) => one.id === id)
  return step === undefined ? [] : facts.of(step).ports.outputs.map((port) => port.id)
}

function pick(list: readonly string[], index: number): string {
  return list[index % Math.max(1, list.length)] ?? 'nobody'
}
