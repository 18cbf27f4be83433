// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus.ts'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `
    <div id="root">
      <input id="field" />
      <button id="button">Open</button>
      <div id="canvas" data-focus-area>
        <svg><g id="wire" tabindex="0"></g></svg>
        <div id="card" tabindex="0" data-focus-home="3"></div>
        <div id="selected" tabindex="0" data-focus-home="2"></div>
      </div>
    </div>`
  // A page of this kind lays nothing out, so everything is in sight.
  HTMLElement.prototype.checkVisibility = () => true
  stop = keepFocus(document, place('root'))
})
afterEach(() => stop())

test.each(['field', 'card', 'wire'])('what lay over the page gives the focus back to a %s', async (id) => {
  place(id).focus()
  const dialog = open('dialog')
  await close(dialog)
  expect(document.activeElement).toBe(place(id))
})

test('a dialog over another gives it back to the one below', async () => {
  place('field').focus()
  const below = open('dialog')
  const inside = document.activeElement
  await close(open('menu'))
  expect(document.activeElement).toBe(inside)
  await close(below)
  expect(document.activeElement).toBe(place('field'))
})

test('where it came from a place that is gone, it goes home', async () => {
  place('field').focus()
  const dialog = open('dialog')
  place('field').remove()
  await close(dialog)
  expect(document.activeElement).toBe(place('selected'))
})

test('a card or a wire that a key has deleted leaves the focus at home', async () => {
  for (const id of ['card', 'wire']) {
    place(id).focus()
    press('Delete')
    place(id).remove()
    await settle()
    expect(document.activeElement).toBe(place('selected'))
  }
})

test('a tooltip that goes moves nothing: at first, and after a press elsewhere and a key', async () => {
  await close(open('tooltip'))
  expect(document.activeElement).toBe(document.body)
  place('field').focus()
  leave()
  for (const key of ['Shift', 'x']) {
    press(key)
    await close(open('tooltip'))
    expect(document.activeElement).toBe(document.body)
  }
})

test('a dialog that never had the focus moves nothing either', async () => {
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  document.body.append(dialog)
  await close(dialog)
  expect(document.activeElement).toBe(document.body)
})

test('a press elsewhere leaves the focus nowhere, whatever is opened and pressed until it is somewhere again', async () => {
  place('field').focus()
  leave()
  press('k')
  const palette = open('dialog')
  palette.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  press('Escape')
  await close(palette)
  expect(document.activeElement).toBe(document.body)
  place('field').focus()
  await close(open('dialog'))
  expect(document.activeElement).toBe(place('field'))
})

test('a press on what has the focus already does not leave it', async () => {
  place('button').focus()
  place('button').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await close(open('dialog'))
  expect(document.activeElement).toBe(place('button'))
})

function place(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`There is no ${id}.`)
  return found
}

/** Something over the page; a tooltip takes no focus. */
function open(role: 'dialog' | 'menu' | 'tooltip'): HTMLElement {
  const layer = document.createElement('div')
  layer.setAttribute('role', role)
  layer.innerHTML = '<button>Close</button>'
  document.body.append(layer)
  if (role !== 'tooltip') layer.querySelector('button')?.focus()
  return layer
}

async function close(layer: HTMLElement): Promise<void> {
  layer.remove()
  await settle()
}

/** What waits for the end of the moment has had its turn. */
async function settle(): Promise<void> {
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve))
}

function press(key: string): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
}

/** A press where nothing takes the focus. */
function leave(): void {
  place('canvas').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
