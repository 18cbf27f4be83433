import { keyNames } from '@petal/ui'
import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { commandList } from '../commands/commandList.ts'
import { speak } from './speak.ts'

afterEach(() => setTranslator(undefined))

const shortcuts = [
  ['Mod+Shift+Z', 'Ctrl Shift Z', 'Strg Umschalt Z'],
  ['Mod+Delete', 'Ctrl Del', 'Strg Entf'],
  ['Escape', 'Esc', 'Esc'],
  ['Alt+Enter', 'Alt ↵', 'Alt ↵'],
  ['Mod+Space', 'Ctrl Space', 'Strg Leertaste'],
  ['Shift+ArrowLeft', 'Shift ←', 'Umschalt ←'],
  ['Mod+End', 'Ctrl End', 'Strg Ende'],
  ['Mod++', 'Ctrl +', 'Strg +'],
] as const

test.each(shortcuts)('%s is called as on an English keyboard', (keys, english) => {
  expect(keyNames(keys).join(' ')).toBe(english)
})

test.each(shortcuts)('%s is called as on a German keyboard', async (keys, _, german) => {
  await speak('de')
  expect(keyNames(keys).join(' ')).toBe(german)
})

test('no key of a command is called in English on a German page', async () => {
  await speak('de')
  const names = commandList.flatMap(({ keys = [] }) => keys.flatMap(keyNames))
  expect(
    names.filter((name) => /^(Ctrl|Shift|Del|Delete|Escape|Backspace|Space|Arrow\w+|Page.*|Home|End)$/.test(name)),
  ).toEqual([])
})
