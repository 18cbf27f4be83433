import type { NodeChange } from '@xyflow/react'
import { describe, expect, test } from 'vitest'
import { fromFlow } from './fromFlow.ts'
import { toCardPlaces } from './noteNode.ts'
import type { CanvasNode } from './toFlow.ts'

const selection = { stepIds: ['a'], edgeIds: [], noteIds: [] }
type Changes = readonly NodeChange<CanvasNode>[]

describe('fromFlow', () => {
  test.each<[string, Changes, object]>([
    ['nothing', [], { moves: {}, dropped: false, selection: undefined }],
    [
      'a card under way',
      [{ type: 'position', id: 'a', position: { x: 1, y: 2 }, dragging: true }],
      { moves: { a: [1, 2] }, dropped: false },
    ],
    [
      'a card let go of',
      [{ type: 'position', id: 'a', position: { x: 1, y: 2 }, dragging: false }],
      { moves: { a: [1, 2] }, dropped: true },
    ],
    ['a size that was measured', [{ type: 'dimensions', id: 'a', dimensions: { width: 1, height: 1 } }], { moves: {} }],
    [
      'another selection',
      [
        { type: 'select', id: 'a', selected: false },
        { type: 'select', id: 'b', selected: true },
      ],
      { selection: { stepIds: ['b'], edgeIds: [], noteIds: [] } },
    ],
    ['a selection that stays', [{ type: 'select', id: 'a', selected: true }], { selection: undefined }],
  ])('%s', (_, changes, plan) => {
    expect(fromFlow(changes, [], selection)).toMatchObject(plan)
  })

  test('notes are told apart from steps of the same name', () => {
    const changes: Changes = [
      { type: 'select', id: 'note:a', selected: true },
      { type: 'position', id: 'note:a', position: { x: 1, y: 2 }, dragging: false },
    ]
    const { selection: next, moves } = fromFlow(changes, [], selection)
    expect(next).toEqual({ stepIds: ['a'], edgeIds: [], noteIds: ['a'] })
    expect(toCardPlaces({ ...moves, a: [5, 6] })).toEqual({ steps: { a: [5, 6] }, notes: { a: [1, 2] } })
  })

  test('edges join the selection', () => {
    expect(fromFlow([], [{ type: 'select', id: 'x→y', selected: true }], selection).selection).toEqual({
      stepIds: ['a'],
      edgeIds: ['x→y'],
      noteIds: [],
    })
  })
})
