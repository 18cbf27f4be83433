import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCommandRunner, useOwnKeys } from '../../commands/CommandContext.tsx'
import { commandList } from '../../commands/commandList.ts'
import { keysOf } from '../../commands/keysOf.ts'
import { findByName } from './moveToRow.ts'

/** So long after the last letter the next one begins anew. */
const pauseMs = 1500

/**
 * Typing goes to the row with that name. A letter that is a key of a command is left to it, unless letters were typed
 * just before, or `/`, which begins with any letter. Gives what was typed.
 */
export function useFindRow(names: () => readonly string[], at: number, go: (index: number) => void) {
  const isCommand = useIsCommandKey()
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const end = () => {
    clearTimeout(timer.current)
    setTyped(undefined)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const begin = (letters: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setTyped(undefined), pauseMs)
    setTyped(letters)
    const found = letters === '' ? undefined : findByName(names(), at, letters)
    if (found !== undefined) go(found)
  }
  const findRow = (event: KeyboardEvent): boolean => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    if (typed !== undefined && key === 'Escape') end()
    else if (typed !== undefined && key === 'Backspace') begin(typed.slice(0, -1))
    else if (key === '/') begin('')
    else if (key.length !== 1 || (typed === undefined && isCommand(event))) return false
    else begin((typed ?? '') + key)
    return true
  }
  return { typed, findRow }
}

function useIsCommandKey(): (event: KeyboardEvent) => boolean {
  const runner = useCommandRunner()
  const { own } = useOwnKeys()
  return ({ key, shiftKey }) => {
    const pressed = `${shiftKey && /^\p{L}$/u.test(key) ? 'Shift+' : ''}${key.toUpperCase()}`
    return commandList.some((command) => keysOf(command, own).includes(pressed) && runner.isEnabled(command))
  }
}
