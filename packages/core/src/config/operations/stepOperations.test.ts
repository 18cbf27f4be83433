import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryStepId } from '../../../test/arbitraryAgentConfig.ts'
import { agent, edgesOf } from '../../../test/buildAgent.ts'
import { createStepId } from '../createStepId.ts'
import { isStepId } from '../isStepId.ts'
import { addStep } from './addStep.ts'
import { removeStep } from './removeStep.ts'
import { updateStep } from './updateStep.ts'

describe('addStep', () => {
  test('gives a readable id from the name, else the type', () => {
    const one = addStep(agent([]), { strategyType: 'llm' })
    const two = addStep(one, { strategyType: 'llm' })
    const three = addStep(two, { strategyType: 'llm', nodeName: 'Draft it!', config: { a: 1 } })
    expect(three.steps).toEqual([
      { id: 'llm', strategyType: 'llm', config: {} },
      { id: 'llm-2', strategyType: 'llm', config: {} },
      { id: 'draft-it', strategyType: 'llm', nodeName: 'Draft it!', config: { a: 1 } },
    ])
  })

  test('joins the chain of an agent without edges at its place', () => {
    const config = addStep(agent(['a', 'b']), { id: 'new', strategyType: 'llm' }, { index: 1 })
    expect(edgesOf(config)).toEqual(['START > a', 'a > new', 'new > b', 'b > END'])
  })

  test('stands alone in an agent with edges', () => {
    const config = addStep(agent(['a'], ['START > a']), { id: 'new', strategyType: 'llm' })
    expect(edgesOf(config)).toEqual(['START > a'])
  })

  test('places the card on whole pixels', () => {
    const config = addStep(agent([]), { id: 'a', strategyType: 'llm' }, { position: [1.6, -0.2] })
    expect(config.layout).toStrictEqual({ a: [2, 0] })
  })

  test('refuses an id that is taken', () => {
    expect(() => addStep(agent(['a']), { id: 'a', strategyType: 'llm' })).toThrow(
      expect.objectContaining({ code: 'graph.duplicateId' }),
    )
  })
})

test('createStepId gives a free and valid id for any wish', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(arbitraryStepId), (wish, ids) => {
      const first = createStepId(agent(ids), wish)
      const second = createStepId(agent([...ids, first]), wish)
      expect([first, second].every(isStepId)).toBe(true)
      expect(new Set([...ids, first, second]).size).toBe(new Set(ids).size + 2)
    }),
  )
})

describe('createStepId', () => {
  test.each([
    ['draft-2', ['draft-2'], 'draft-3'],
    ['draft', ['draft', 'draft-2'], 'draft-3'],
    ['a'.repeat(80), ['a'.repeat(64)], `${'a'.repeat(56)}-2`],
    ['constructor', [], 'step'],
  ])('for %s beside %j is %s', (wish, taken, id) => {
    expect(createStepId(agent(taken), wish)).toBe(id)
  })
})

describe('updateStep', () => {
  test('keeps the identity of all other steps', () => {
    const before = agent(['a', 'b', 'c'])
    const after = updateStep(before, 'b', { config: { x: 1 } })
    expect(after.steps[0]).toBe(before.steps[0])
    expect(after.steps[2]).toBe(before.steps[2])
    expect(after.steps[1]).toEqual({ id: 'b', strategyType: 'llm', config: { x: 1 } })
  })

  test('takes a name away with undefined', () => {
    const named = updateStep(agent(['a']), 'a', { nodeName: 'N' })
    expect(updateStep(named, 'a', { nodeName: undefined }).steps).toStrictEqual(agent(['a']).steps)
  })

  test('gives the same agent back when nothing changes', () => {
    const before = agent(['a'])
    expect(updateStep(before, 'a', {})).toBe(before)
    expect(updateStep(before, 'a', { strategyType: 'llm', nodeName: undefined })).toBe(before)
    expect(updateStep(before, 'gone', { nodeName: 'x' })).toBe(before)
  })
})

describe('a step that no file could hold is refused', () => {
  const refusal = (path: string) => expect.objectContaining({ code: 'build.argument', path })

  test('when it is added', () => {
    expect(() => addStep(agent([]), { strategyType: ' ' })).toThrow(refusal('step.strategyType'))
    const config = { since: new Date() } as never
    expect(() => addStep(agent([]), { strategyType: 'llm', config })).toThrow(refusal('llm.config.since'))
    expect(() => addStep(agent([]), { id: 'A', strategyType: 'llm' })).toThrow(refusal('A.id'))
    expect(() => addStep(agent([]), { strategyType: 'llm', config: { n: Number.NaN } })).toThrow('NaN')
  })

  test('when it is changed, and the agent stays as it was', () => {
    const before = agent(['a'])
    expect(() => updateStep(before, 'a', { timeout: 0 })).toThrow(refusal('a.timeout'))
    expect(() => updateStep(before, 'a', { strategyType: '' })).toThrow(refusal('a.strategyType'))
    expect(() => updateStep(before, 'a', { config: { n: Number.NaN } })).toThrow(refusal('a.config'))
    expect(before).toEqual(agent(['a']))
  })

  test('settings keep their identity', () => {
    const config = { x: 1 }
    expect(updateStep(agent(['a']), 'a', { config }).steps[0]?.config).toBe(config)
  })
})

describe('removeStep', () => {
  test('takes edges and position along', () => {
    const before = {
      ...agent(['a', 'b'], ['START > a', 'a:x > b', 'b > END', 'b > b']),
      layout: { a: [0, 0], b: [1, 1] },
    } as const
    const after = removeStep(before, 'b')
    expect(after.steps.map(({ id }) => id)).toEqual(['a'])
    expect(edgesOf(after)).toEqual(['START > a'])
    expect(after.layout).toEqual({ a: [0, 0] })
  })

  test('leads no step back to itself when it joins its neighbours', () => {
    const edges = ['START > ask', 'ask > review', 'review:rejected > ask']
    const after = removeStep(agent(['ask', 'review'], edges), 'review', { reconnect: true })
    expect(edgesOf(after)).toEqual(['START > ask'])
  })

  test('does not lead the start to the end', () => {
    const after = removeStep(agent(['a'], ['START > a', 'a > END']), 'a', { reconnect: true })
    expect(edgesOf(after)).toEqual([])
  })

  test('leads to the end only what leads nowhere else', () => {
    const edges = ['a:yes > m', 'a:no > m', 'a:no > b', 'm > END']
    const after = removeStep(agent(['a', 'm', 'b'], edges), 'm', { reconnect: true })
    expect(edgesOf(after)).toEqual(['a:no > b', 'a:yes > END'])
  })

  test('reconnects every way in with every way out, keeping the exits', () => {
    const edges = ['a:yes > m', 'b > m', 'm:done > c', 'm > d', 'm:again > m', 'b > d']
    const after = removeStep(agent(['a', 'b', 'm', 'c', 'd'], edges), 'm', { reconnect: true })
    expect(edgesOf(after)).toEqual(['b > d', 'a:yes > c', 'a:yes > d', 'b > c'])
  })

  test('closes the chain of an agent without edges', () => {
    expect(edgesOf(removeStep(agent(['a', 'b', 'c']), 'b'))).toEqual(['START > a', 'a > c', 'c > END'])
  })

  test('gives the same agent back when there is no such step', () => {
    const before = agent(['a'])
    expect(removeStep(before, 'b')).toBe(before)
  })
})
