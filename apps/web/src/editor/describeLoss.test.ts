import { expect, test } from 'vitest'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { createTestEditor } from './createTestEditor.ts'
import { describeLoss } from './describeLoss.ts'

/** A condition whose exits lead to these steps, out of `a`, `b`, `c`, `d` and `e`. */
function choosing(...targets: readonly string[]) {
  const branches = targets.slice(1).map((_, index) => ({ name: `branch-${index}`, when: 'true' }))
  const exits = ['else', ...branches.map(({ name }) => name)]
  const rest = ['before', ...new Set(targets)].map((id) => ({
    id,
    strategyType: 'set',
    nodeName: id.toUpperCase(),
    config: {},
  }))
  return createTestEditor({
    ...createEmptyAgent(),
    steps: [...rest, { id: 'choose', strategyType: 'condition', config: { branches } }],
    edges: [
      { from: 'START', to: 'before' },
      { from: 'before', to: 'choose' },
      ...targets.map((to, index) => ({ from: 'choose', exit: exits[index] ?? '', to })),
    ],
    layout: Object.fromEntries(
      ['choose', ...rest.map(({ id }) => id)].map((id, index) => [id, [index * 300, 0] as const]),
    ),
  })
}

function lossOfChoice(...targets: readonly string[]) {
  const editor = choosing(...targets)
  const before = editor.agent
  editor.select('choose')
  editor.actions.removeSelection()
  return {
    wires: editor.wires,
    loss: describeLoss(before, editor.agent, ({ id }) => id.toUpperCase()),
    told: editor.editor.store.getState().session.removed,
  }
}

test('a step whose exits all lead to one step is bridged, and nothing is lost', () => {
  const { wires, loss } = lossOfChoice('a', 'a')
  expect(wires).toContain('before→a')
  expect(loss).toBeUndefined()
})

test('nothing is guessed behind several ways on; what that costs is told', () => {
  const { wires, loss, told } = lossOfChoice('a', 'b')
  expect(wires).toEqual(['START→before'])
  expect(loss).toBe('3 connections went with it. Nothing leads to A, B any more.')
  expect(told).toBeDefined()
})

test('many steps are counted', () => {
  expect(lossOfChoice('a', 'b', 'c', 'd', 'e').loss).toBe(
    '6 connections went with it. Nothing leads to A, B, C and 2 more steps any more.',
  )
})
