import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../look/testing/memoryStorage.ts'
import { clampSize, type PanelSizes, panelRanges, readPanelSizes, writePanelSizes } from './panelSizes.ts'

const initial: PanelSizes = {
  palette: panelRanges.palette.initial,
  outline: panelRanges.outline.initial,
  side: panelRanges.side.initial,
  run: panelRanges.run.initial,
}

describe('panel sizes', () => {
  test('come back as they were kept', () => {
    const storage = memoryStorage()
    writePanelSizes(storage, { ...initial, side: 500 })
    expect(readPanelSizes(storage, 1440)).toEqual({ ...initial, side: 500 })
  })

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['something else', '[1]'],
    ['a size that is no number', '{"side":"wide"}'],
  ])('are the initial ones when there is %s', (_, text) => {
    expect(readPanelSizes(memoryStorage(text), 1440)).toEqual(initial)
  })

  test('leave a smaller window more of itself for the canvas, until a person has chosen', () => {
    const small = readPanelSizes(memoryStorage(), 1024)
    expect(small.palette + small.side).toBeLessThan(1024 / 2)
    expect(readPanelSizes(memoryStorage('{"side":500}'), 1024).side).toBe(500)
  })

  test('stay within their range', () => {
    expect(readPanelSizes(memoryStorage('{"palette":5,"run":99999}'), 1440)).toMatchObject({
      palette: panelRanges.palette.least,
      run: panelRanges.run.most,
    })
    expect(clampSize('side', 400.6)).toBe(401)
  })
})
