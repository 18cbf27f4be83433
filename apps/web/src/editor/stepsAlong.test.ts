import { describe, expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { stepsAlong } from './stepsAlong.ts'

/** a → b → c → b (a loop), b → d, and x → d beside them. */
function drawn() {
  const editor = createTestEditor()
  for (const [index] of ['a', 'b', 'c', 'd', 'x'].entries()) editor.drop('set', [index * 340, 0])
  const [a = '', b = '', c = '', d = '', x = ''] = editor.ids
  for (const { from, to } of editor.edges) editor.actions.disconnect([`${from}→${to}`])
  for (const [from, to] of [
    [a, b],
    [b, c],
    [c, b],
    [b, d],
    [x, d],
  ] as const)
    editor.connect(from, to)
  return { editor, a, b, c, d, x }
}

describe('the steps along the wires', () => {
  test('what leads to a step, loops once', () => {
    const { editor, a, b, c, d, x } = drawn()
    expect(stepsAlong(editor.agent, [d], 'before')).toEqual([a, b, c, d, x])
    expect(stepsAlong(editor.agent, [c], 'before')).toEqual([a, b, c])
  })

  test('what follows it', () => {
    const { editor, a, b, c, d, x } = drawn()
    expect(stepsAlong(editor.agent, [a], 'after')).toEqual([a, b, c, d])
    expect(stepsAlong(editor.agent, [x], 'after')).toEqual([d, x])
    expect(stepsAlong(editor.agent, [d], 'after')).toEqual([d])
  })

  test('a person takes them in hand', () => {
    const { editor, a, b, c } = drawn()
    editor.select(c)
    editor.actions.selectAlong('before')
    expect(editor.selected).toEqual([a, b, c])
  })
})
