import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TextWith } from './TextWith.tsx'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a sentence may name a part twice', async () => {
  const complain = vi.spyOn(console, 'error')
  const place = document.createElement('p')
  const root = createRoot(place)
  await act(async () =>
    root.render(<TextWith text="{name} is {what}, and {name} stays." parts={{ name: <b>A</b>, what: 'it' }} />),
  )
  expect(place.innerHTML).toBe('<b>A</b> is it, and <b>A</b> stays.')
  expect(complain).not.toHaveBeenCalled()
  await act(async () => root.unmount())
})
