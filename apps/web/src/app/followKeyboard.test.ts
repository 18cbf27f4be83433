// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { followKeyboard } from './followKeyboard.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page that is low, followed, with the field in it. */
function followField(tag: 'input' | 'textarea', type?: string) {
  vi.stubGlobal('visualViewport', Object.assign(new EventTarget(), { height: 400, scale: 1 }))
  const field = document.createElement(tag)
  if (type !== undefined) field.setAttribute('type', type)
  field.scrollIntoView = () => undefined
  document.body.replaceChildren(field)
  const stop = followKeyboard(window)
  return { field, stop, isWriting: () => document.documentElement.hasAttribute('data-writing') }
}

test('room is scarce while a field is written in, and no longer', async () => {
  const { field, stop, isWriting } = followField('textarea')
  field.focus()
  expect(isWriting()).toBe(true)
  field.blur()
  await vi.waitFor(() => expect(isWriting()).toBe(false))
  stop()
})

test.each([
  [undefined, true],
  ['search', true],
  ['number', true],
  ['checkbox', false],
  ['radio', false],
  ['range', false],
  ['file', false],
  ['button', false],
])('an input of type %s is written in: %s', (type, expected) => {
  const { field, stop, isWriting } = followField('input', type)
  field.focus()
  expect(isWriting()).toBe(expected)
  stop()
})
