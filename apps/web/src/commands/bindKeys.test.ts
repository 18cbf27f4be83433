// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bindKeys } from './bindKeys.ts'
import { addCommands, commandList, findCommand } from './commandList.ts'
import { lateCommands } from './lateCommands.ts'

let ran: string[] = []
/** Whether a connection is on offer. */
let offered = true
let stop = () => {}

beforeEach(() => {
  ran = []
  document.body.innerHTML = `
    <button id="button">A</button>
    <input id="anywhere" />
    <div data-history="document"><input id="field" /><div id="editor" contenteditable="true"></div></div>
    <div role="dialog"><input id="dialog" /></div>
    <div role="menu"><div role="menuitem" id="entry" tabindex="-1">A</div></div>
    <button role="combobox" aria-expanded="true" id="list">A</button>
    <button role="combobox" aria-expanded="false" id="choice">A</button>`
  offered = true
  stop = bindKeys(window, {
    isEnabled: ({ id }) => offered || !id.endsWith('Suggestion'),
    isOn: () => false,
    titleOf: ({ title }) => title,
    run: (command) => ran.push(command.id),
  })
})
afterEach(() => stop())

function press(key: string, modifiers: KeyboardEventInit = {}, id?: string): void {
  const target = id === undefined ? document.body : (document.getElementById(id) ?? document.body)
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }))
}

const ctrl = { ctrlKey: true }

describe('keys', () => {
  test.each([
    ['where there is nothing to undo, the browser undoes nothing elsewhere', undefined, true],
    ['but in a field of its own it undoes what was typed there', 'anywhere', false],
  ])('%s', (_, id, prevented) => {
    stop()
    stop = bindKeys(window, { isEnabled: () => false, isOn: () => false, titleOf: ({ title }) => title, run: () => {} })
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true })
    const target = id === undefined ? document.body : document.getElementById(id)
    target?.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(prevented)
  })

  test.each([
    ['z', ctrl, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['Delete', {}, 'delete'],
    ['k', ctrl, 'commands'],
    ['?', { shiftKey: true }, 'shortcuts'],
    ['+', { shiftKey: true }, 'zoomIn'],
    ['ArrowLeft', {}, 'nudgeLeft8'],
    ['ArrowLeft', { shiftKey: true }, 'nudgeLeft1'],
    ['Enter', ctrl, 'run'],
  ])('%s %o runs %s', (key, modifiers, id) => {
    press(key, modifiers)
    expect(ran).toEqual([id])
  })

  test.each([
    ['letters while typing', 'n', {}, 'field', []],
    ['delete while typing', 'Delete', {}, 'editor', []],
    ['undo in a field of the document', 'z', ctrl, 'field', ['undo']],
    ['undo in its editor', 'z', ctrl, 'editor', ['undo']],
    ['undo in a field of its own', 'z', ctrl, 'anywhere', []],
    ['run from any field', 'Enter', ctrl, 'anywhere', ['run']],
    ['nothing in a dialog', 'Enter', ctrl, 'dialog', []],
    ['Enter on a button presses it', 'Enter', {}, 'button', []],
    ['and with Mod it runs', 'Enter', ctrl, 'button', ['run']],
    ['no letter in a menu', 'n', {}, 'entry', []],
    ['and no run from there', 'Enter', ctrl, 'entry', []],
    ['nothing where a list is open', 'Delete', {}, 'list', []],
    ['which is a button once it is closed', 'Delete', {}, 'choice', ['delete']],
  ])('%s', (...[, key, modifiers, id, expected]) => {
    press(key, modifiers, id)
    expect(ran).toEqual(expected)
  })

  test.each([
    ['Tab', 'field', 'acceptSuggestion'],
    ['Tab', 'editor', 'acceptSuggestion'],
    ['Escape', 'editor', 'declineSuggestion'],
    ['Escape', undefined, 'declineSuggestion'],
  ])('while a connection is on offer, %s in %s answers it', (key, place, id) => {
    press(key, {}, place)
    expect(ran).toEqual([id])
  })

  test.each(['anywhere', 'dialog', 'button'])('Tab goes on from %s, whatever is on offer', (place) => {
    press('Tab', {}, place)
    expect(ran).toEqual([])
  })

  test('Shift+Tab goes back from a field, whatever is on offer', () => {
    press('Tab', { shiftKey: true }, 'field')
    expect(ran).toEqual([])
  })

  test('without an offer Tab goes on from a field, and Escape clears the selection', () => {
    offered = false
    press('Tab', {}, 'field')
    press('Escape', {}, 'field')
    expect(ran).toEqual([])
    press('Escape')
    expect(ran).toEqual(['selectNothing'])
  })

  test('what something else has answered is not answered again', () => {
    const taken = (event: Event) => event.preventDefault()
    document.body.addEventListener('keydown', taken)
    press('z', ctrl)
    document.body.removeEventListener('keydown', taken)
    expect(ran).toEqual([])
  })
})

describe('keys of one’s own', () => {
  const own = { duplicate: ['Mod+?'], run: ['X'] }
  beforeEach(() => {
    stop()
    stop = bindKeys(
      window,
      { isEnabled: () => true, isOn: () => false, titleOf: ({ title }) => title, run: ({ id }) => ran.push(id) },
      undefined,
      own,
    )
  })

  test('they take the place of those a command comes with', () => {
    press('?', { ctrlKey: true, shiftKey: true })
    press('d', ctrl)
    press('x')
    expect(ran).toEqual(['duplicate', 'run'])
  })

  test('a letter is text in a field, also for what answers there', () => {
    press('x', {}, 'field')
    expect(ran).toEqual([])
  })
})

describe('the list of commands', () => {
  test('no two share an id, and none a key but with what is only passing', () => {
    const all = [...commandList, ...lateCommands]
    const ids = all.map((command) => command.id)
    // An offered connection, a step that calls an agent, an agent that is opened in place, or that has a file, a group in hand, a question that waits, a run that was stopped.
    const passing = /Suggestion$|^openAgent$|^closeAgent$|^saveFile$|^renameGroup$|^answer$|^goOn$/
    const lasting = all.filter(({ id }) => !passing.test(id))
    const keys = lasting.flatMap((command) => command.keys ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('those that come late are added once', () => {
    expect(commandList.some(({ id }) => id === 'disable')).toBe(false)
    addCommands(lateCommands)
    addCommands(lateCommands)
    expect(commandList.filter(({ id }) => id === 'disable')).toHaveLength(1)
    expect(findCommand('disable').keys).toEqual(['D'])
  })

  test('an unknown id is a mistake in our own code', () => {
    expect(() => findCommand('nope')).toThrow(/nope/)
  })
})
