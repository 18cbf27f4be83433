import { act, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SheetHeight } from './sheetHeights.ts'
import { useSheetHeight } from './useSheetHeight.ts'

let root: Root
let make: (height: SheetHeight) => void
let shown: string[]

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
  shown = []
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

function Sheet({ calls }: { readonly calls: readonly string[] }) {
  const [height, setHeight] = useSheetHeight(calls)
  make = setHeight
  useLayoutEffect(() => {
    shown.push(height)
  })
  return null
}

const draw = (...calls: readonly string[]) => act(async () => root.render(<Sheet calls={calls} />))
const small = () => act(async () => make('line'))

test('comes up for a call that is new, in the same drawing', async () => {
  await draw()
  await small()
  shown = []
  await draw('question 1')
  expect(shown).toEqual(['part'])
  await small()
  shown = []
  await draw('question 1', 'stop a paused')
  expect(shown).toEqual(['part'])
})

test('stays small while calls stay or go away, and comes up when one is back', async () => {
  await draw('question 1', 'stop a paused')
  await small()
  shown = []
  await draw('question 1', 'stop a paused')
  await draw('question 1')
  await draw()
  expect(new Set(shown)).toEqual(new Set(['line']))
  await draw('question 1')
  expect(shown.at(-1)).toBe('part')
})

test('leaves a panel that has all the room as it is', async () => {
  await draw()
  await act(async () => make('all'))
  await draw('question 1')
  expect(shown.at(-1)).toBe('all')
})
