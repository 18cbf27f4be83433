import { createDefaultRegistry, type Problem } from '@petal/core/model'
import { describe, expect, test, vi } from 'vitest'
import { createPlanner, groupByStep } from './createPlanner.ts'
import { createTestEditor } from './createTestEditor.ts'
import * as planning from './planning.ts'

const problem = (message: string, stepId?: string): Problem => ({
  code: 'step.config',
  severity: 'error',
  message,
  ...(stepId === undefined ? {} : { stepId }),
})

describe('the planner', () => {
  test('judges an agent once, and a moved card not again', () => {
    const editor = createTestEditor()
    editor.click('llm')
    const { planner } = editor.editor
    const before = planner.plan(editor.agent)
    editor.actions.moveSteps({ llm: [500, 500] })
    expect(planner.plan(editor.agent)).toBe(before)
  })

  test('what judges agents is fetched when it is wanted, and wanted again after a fault', async () => {
    const { store } = createTestEditor().editor
    const faults: unknown[] = []
    let tries = 0
    const planner = createPlanner(store, createDefaultRegistry(), async () => {
      tries += 1
      if (tries === 1) throw new Error('offline')
      return planning
    })
    expect(planner.judgement.getState()).toMatchObject({ isJudged: false, result: { ok: false, problems: [] } })
    const work = vi.fn()
    planner.whenReady(work, (fault) => faults.push(fault))
    await vi.waitUntil(() => faults.length === 1)
    expect(work).not.toHaveBeenCalled()
    planner.whenReady(work, (fault) => faults.push(fault))
    planner.whenReady(work, (fault) => faults.push(fault))
    await vi.waitUntil(() => work.mock.calls.length === 2)
    expect([tries, faults.length]).toEqual([2, 1])
    expect(planner.judgement.getState().isJudged).toBe(true)
  })

  test('the judgement follows the document', async () => {
    const editor = createTestEditor()
    const { judgement } = editor.editor.planner
    expect(judgement.getState().result.ok).toBe(false)
    editor.click('llm')
    await vi.waitUntil(() => judgement.getState().agent === editor.agent)
    expect(judgement.getState().result.ok).toBe(true)
  })

  test('the problems stay the same list while they say the same, so that nothing is drawn again for them', async () => {
    const editor = createTestEditor()
    editor.click('llm')
    editor.actions.setStepValue('llm', 'config.promptTemplate', 'About {nothing}')
    const { judgement } = editor.editor.planner
    await vi.waitUntil(() => judgement.getState().agent === editor.agent)
    const before = judgement.getState()
    expect(before.problems.length).toBeGreaterThan(0)
    editor.actions.setStepValue('llm', 'config.systemPrompt', 'Be brief.')
    await vi.waitUntil(() => judgement.getState().agent === editor.agent)
    expect(judgement.getState().problems).toBe(before.problems)
    expect(judgement.getState().byStep).toBe(before.byStep)
    editor.actions.setStepValue('llm', 'config.promptTemplate', 'About {nothing} and {nobody}')
    await vi.waitUntil(() => judgement.getState().agent === editor.agent)
    expect(judgement.getState().problems).not.toBe(before.problems)
  })

  test('a problem stands under its step, one of the whole agent under nothing', () => {
    const groups = groupByStep([problem('one', 'a'), problem('two', 'a'), problem('three')])
    expect(groups.get('a')).toHaveLength(2)
    expect(groups.get('')).toHaveLength(1)
  })

  test('a list that says the same stays the same, so that its card is not drawn again', () => {
    const first = groupByStep([problem('one', 'a'), problem('two', 'b')])
    const second = groupByStep([problem('one', 'a'), problem('changed', 'b')], first)
    expect(second.get('a')).toBe(first.get('a'))
    expect(second.get('b')).not.toBe(first.get('b'))
  })
})
