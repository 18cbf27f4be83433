import { describe, expect, test } from 'vitest'
import { commandList, findCommand } from './commandList.ts'
import { keysOf } from './keysOf.ts'
import { planKeys, resetKeys } from './planKeys.ts'

describe('other keys for a command', () => {
  test.each(['Mod+T', 'Mod+W', 'Mod+N', 'Tab', 'Escape', 'Mod+C', 'ArrowLeft'])('%s is refused', (keys) => {
    expect(planKeys(commandList, {}, 'duplicate', keys)).toMatchObject({ kind: 'refused' })
  })

  test.each(['Backspace', 'Shift+Home', 'Mod+A', 'Mod+ArrowLeft'])(
    '%s is refused for a command that answers in fields, and free for others',
    (keys) => {
      const free = commandList.filter(({ id }) => id === 'undo' || id === 'duplicate')
      expect(planKeys(free, {}, 'undo', keys)).toMatchObject({ kind: 'refused' })
      expect(planKeys(free, {}, 'duplicate', keys)).toMatchObject({ kind: 'free' })
    },
  )

  test('free keys are taken at once', () => {
    expect(planKeys(commandList, {}, 'duplicate', 'Alt+Q')).toEqual({ kind: 'free', own: { duplicate: ['Alt+Q'] } })
  })

  test('keys of another command are told, and can be taken over', () => {
    const plan = planKeys(commandList, {}, 'duplicate', 'Mod+Y')
    expect(plan).toMatchObject({ kind: 'taken', by: [{ id: 'redo' }] })
    expect(plan).toMatchObject({ own: { duplicate: ['Mod+Y'], redo: ['Mod+Shift+Z'] } })
  })

  test('a command that gets its keys back takes them from who had taken them', () => {
    const own = { addNote: [], duplicate: ['Shift+S', 'Alt+Q'] }
    const reset = resetKeys(commandList, own, findCommand('addNote'))
    expect(keysOf(findCommand('addNote'), reset)).toEqual(['Shift+S'])
    expect(reset).toEqual({ duplicate: ['Alt+Q'] })
  })
})
