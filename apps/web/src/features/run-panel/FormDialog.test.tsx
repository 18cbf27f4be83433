import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FormDialog } from './FormDialog.tsx'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

test('its button submits the form, for Enter in any of its fields, and only once at a time', async () => {
  let finish = () => {}
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  let submitted = 0
  const submit = () => {
    submitted += 1
    return done
  }
  const root = createRoot(document.createElement('div'))
  await act(async () =>
    root.render(
      <FormDialog title="Edit" label="State" action="Set it" onSubmit={submit} onClose={() => undefined}>
        <input name="first" />
        <input name="second" />
      </FormDialog>,
    ),
  )
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Set it')
  if (button === undefined) throw new Error('There is no such button.')
  expect(button.type).toBe('submit')
  expect(button.form).toBe(document.querySelector('form'))
  await act(async () => button.click())
  await act(async () => button.click())
  expect(submitted).toBe(1)
  await act(async () => finish())
  await act(async () => button.click())
  expect(submitted).toBe(2)
  await act(async () => root.unmount())
})
