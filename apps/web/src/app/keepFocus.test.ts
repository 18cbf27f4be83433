// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepFocus } from './keepFocus.ts'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `
    <div id="root">
      <input id="field" />
      <button id="button">Open</button>
      <ul id="list"></ul>
      <button id="after">New</button>
      <div id="canvas" data-focus-area>
        <svg><g id="wire" tabindex="0"></g></svg>
        <div id="card" tabindex="0" data-focus-home="3"></div>
        <div id="selected" tabindex="0" data-focus-home="2"></div>
      </div>
    </div>`
  // A page of this kind lays nothing out, so everything is in sight.
  Element.prototype.checkVisibility = () => true
  stop = keepFocus(document, place('root'))
})
afterEach(() => stop())

test.each(['field', 'card', 'wire'])('what lay over the page gives the focus back to a %s', async (id) => {
  place(id).focus()
  const dialog = open('dialog')
  await close(dialog)
  expect(document.activeElement).toBe(place(id))
})

test('what had the focus before is followed, too', async () => {
  stop()
  place('button').focus()
  stop = keepFocus(document, place('root'))
  place('button').remove()
  await settle()
  expect(document.activeElement).toBe(place('after'))
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

test('where it came from a place that is gone, it goes to the next', async () => {
  place('field').focus()
  const dialog = open('dialog')
  place('field').remove()
  await close(dialog)
  expect(document.activeElement).toBe(place('button'))
})

test('where nothing is left of what it came from, it goes home', async () => {
  place('field').focus()
  const dialog = open('dialog')
  place('root').innerHTML = '<div data-focus-area><div id="card" tabindex="-1" data-focus-home="3"></div></div>'
  await close(dialog)
  expect(document.activeElement).toBe(place('card'))
})

describe('what is taken away or disabled', () => {
  beforeEach(() => {
    place('list').innerHTML = ['one', 'two', 'three']
      .map((id) => `<li id="${id}"><span>Name</span><button id="run-${id}">Run</button><button>Delete</button></li>`)
      .join('')
  })

  test.each([
    ['from the middle', 'two', 'run-three'],
    ['from the top', 'one', 'run-two'],
  ])('a row %s leaves the focus to the next', async (_, row, next) => {
    place(`run-${row}`).focus()
    place(row).remove()
    await settle()
    expect(document.activeElement).toBe(place(next))
  })

  test('the last row leaves it to what comes after the list, or else to the row before', async () => {
    place('run-three').focus()
    place('three').remove()
    await settle()
    expect(document.activeElement?.closest('li')).toBe(place('two'))
    place('list').innerHTML = '<li><button id="only">Run</button></li>'
    await settle()
    expect(document.activeElement).toBe(place('only'))
    place('list').replaceChildren()
    await settle()
    expect(document.activeElement).toBe(place('after'))
  })

  test.each(['in one moment', 'one after the other'])(
    'a row and then all of its list leave it to what comes next, %s',
    async (when) => {
      place('run-two').focus()
      place('two').remove()
      if (when === 'one after the other') await Promise.resolve()
      place('list').remove()
      await settle()
      expect(document.activeElement).toBe(place('after'))
    },
  )

  test('what is invisible is passed over', async () => {
    place('run-two').focus()
    Element.prototype.checkVisibility = function (options) {
      return options?.visibilityProperty !== true || this.id !== 'run-three'
    }
    place('two').remove()
    await settle()
    expect(document.activeElement).toBe(place('three').lastElementChild)
  })

  test('what is drawn anew in its place has it', async () => {
    place('run-two').focus()
    place('two').outerHTML = '<li><button id="again">Run</button></li>'
    await settle()
    expect(document.activeElement).toBe(place('again'))
  })

  test('what is disabled leaves it to the next that is not', async () => {
    place('run-two').focus()
    for (const button of place('two').querySelectorAll('button')) button.disabled = true
    await settle()
    expect(document.activeElement).toBe(place('run-three'))
  })

  test('what cannot be seen, reached or pressed is passed over', async () => {
    place('run-two').focus()
    place('three').setAttribute('inert', '')
    place('after').tabIndex = -1
    place('two').remove()
    await settle()
    expect(document.activeElement?.closest('li')).toBe(place('one'))
  })

  test('nothing moves when something else is taken away, or the person has gone elsewhere', async () => {
    place('run-two').focus()
    place('one').remove()
    await settle()
    expect(document.activeElement).toBe(place('run-two'))
    leave()
    place('two').remove()
    await settle()
    expect(document.activeElement).toBe(document.body)
  })

  test('a press on what has the focus already does not leave it', async () => {
    place('run-two').focus()
    place('run-two').dispatchEvent(new Event('pointerdown', { bubbles: true }))
    place('two').remove()
    await settle()
    expect(document.activeElement).toBe(place('run-three'))
  })

  test('in a dialog it stays in the dialog, also where the dialog itself takes it first', async () => {
    const dialog = open('dialog')
    dialog.tabIndex = -1
    dialog.innerHTML = '<p><button id="first">Run</button></p><button id="stop">Stop</button>'
    place('first').focus()
    place('first').remove()
    dialog.focus()
    await settle()
    expect(document.activeElement).toBe(place('stop'))
  })
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
