import { describe, expect, test } from 'vitest'
import { connectionOf, pickerBetween, pickerFor, refusalOf } from './connectionEnd.ts'

const exit = { type: 'source', nodeId: 'a', id: 'yes' } as const
const entry = { type: 'target', nodeId: 'b', id: 'in' } as const

describe('connectionOf', () => {
  test('a wire leads from the exit to the entry, whichever end it was pulled from', () => {
    const wire = { ok: true, source: 'a', sourceHandle: 'yes', target: 'b' }
    expect(connectionOf(exit, entry)).toEqual(wire)
    expect(connectionOf(entry, exit)).toEqual(wire)
  })

  test('two exits, or two entries, do not fit, and the reason is said', () => {
    expect(connectionOf(exit, { ...exit, nodeId: 'c' })).toMatchObject({ ok: false })
    expect(connectionOf(entry, { ...entry, nodeId: 'c' })).toMatchObject({ ok: false })
  })

  test('over nothing there is no connection', () => {
    expect(connectionOf(exit, null)).toBeUndefined()
  })
})

describe('refusalOf', () => {
  test('the reason of the ends, else of the check, else none', () => {
    const wire = connectionOf(exit, entry)
    expect(refusalOf(connectionOf(exit, exit), () => ({ ok: true }))?.reason).toMatch(/exit/)
    expect(refusalOf(wire, () => ({ ok: false, reason: 'No.' }))).toEqual({ ok: false, reason: 'No.' })
    expect(refusalOf(wire, () => ({ ok: true }))).toBeUndefined()
    expect(refusalOf(undefined, () => ({ ok: false, reason: 'No.' }))).toBeUndefined()
  })
})

describe('pickerFor', () => {
  test('pulled from an exit, the step comes after it; pulled from an entry, before it', () => {
    const at = { x: 5, y: 6 }
    expect(pickerFor('source', { from: 'a', exit: 'yes', to: '' }, at, { x: 100, y: 100 })).toMatchObject({
      at,
      after: { stepId: 'a', exit: 'yes' },
    })
    expect(pickerFor('target', { from: 'a', to: '' }, at, { x: 100, y: 100 })).toMatchObject({ before: 'a' })
  })
})

describe('pickerBetween', () => {
  const point = { x: 5, y: 6 }

  test('the step follows where the wire came from and leads where it was to go', () => {
    expect(pickerBetween({ from: 'a', exit: 'yes', to: 'a' }, point, point)).toMatchObject({
      after: { stepId: 'a', exit: 'yes' },
      before: 'a',
    })
  })

  test('no wire to the end is needed: a branch ends there by itself', () => {
    expect(pickerBetween({ from: 'START', to: 'END' }, point, point)).not.toHaveProperty('before')
  })
})
