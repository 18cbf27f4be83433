// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goToRegion } from './goToRegion.ts'
import { rememberPlaces } from './rememberPlaces.ts'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `
    <div id="root">
      <header data-region="bar"><button id="bar"></button><button id="more"></button></header>
      <section data-region="outline"><button id="fold"></button><div id="row" tabindex="0" data-focus-home="1"></div></section>
      <div data-region="canvas" data-focus-area>
        <div id="card" tabindex="0" data-focus-home="3"></div>
        <div id="selected" tabindex="0" data-focus-home="2"></div>
        <button id="fit"></button>
      </div>
      <section data-region="run"><p>Nothing to press.</p></section>
      <aside data-region="side"><input id="name" /><input id="prompt" /></aside>
    </div>
    <div data-region="canvas"><button id="elsewhere"></button></div>`
  // A page of this kind lays nothing out, so everything is in sight.
  Element.prototype.checkVisibility = () => true
  stop = rememberPlaces(document)
})
afterEach(() => stop())

test('from region to region, as one reads them, and round', () => {
  place('bar').focus()
  expect(walk(1, 5)).toEqual(['selected', 'row', 'name', 'bar', 'selected'])
})

test('and back', () => {
  place('bar').focus()
  expect(walk(-1, 4)).toEqual(['name', 'row', 'selected', 'bar'])
})

test('what had the focus last in a region has it again', () => {
  place('prompt').focus()
  place('fit').focus()
  place('more').focus()
  expect(walk(1, 4)).toEqual(['fit', 'row', 'prompt', 'more'])
})

test('unless it is gone, or another card is in hand by now', () => {
  place('prompt').focus()
  place('card').focus()
  place('prompt').remove()
  place('more').focus()
  expect(walk(1, 3)).toEqual(['selected', 'row', 'name'])
})

test('a card that had it keeps it while none is in hand', () => {
  place('selected').dataset.focusHome = '3'
  place('selected').focus()
  place('bar').focus()
  expect(walk(1, 1)).toEqual(['selected'])
})

test('what lies behind something else is passed over', () => {
  place('selected').parentElement?.setAttribute('inert', '')
  place('bar').focus()
  expect(walk(1, 1)).toEqual(['row'])
})

test('where nothing has the focus, it goes on from the region that was pressed', () => {
  place('card').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(walk(1, 1)).toEqual(['row'])
})

test.each([
  [1, 'bar'],
  [-1, 'name'],
] as const)('from nowhere it begins at either end (%s)', (step, id) => {
  expect(walk(step, 1)).toEqual([id])
})

function walk(step: 1 | -1, times: number): readonly string[] {
  return Array.from({ length: times }, () => {
    goToRegion(step)
    return document.activeElement?.id ?? ''
  })
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}
