const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')
const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified']

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** What was pressed, as commands write it: `Mod+Shift+K`. Undefined while only modifiers are down. */
export function pressedKeys({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string | undefined {
  if (modifiers.includes(key)) return undefined
  // With Alt a Mac writes another sign.
  const plain = altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key
  const name = plain === ' ' ? 'Space' : plain.length === 1 ? plain.toUpperCase() : plain
  // Whether a sign such as `?` needs Shift is up to the keyboard.
  const isSign = /^[^\p{L}\p{N}]$/u.test(name)
  const parts = [
    ...((isMac ? metaKey : ctrlKey) ? ['Mod'] : []),
    ...(isMac && ctrlKey ? ['Control'] : []),
    ...(!isMac && metaKey ? ['Meta'] : []),
    ...(shiftKey && !isSign ? ['Shift'] : []),
    ...(altKey ? ['Alt'] : []),
  ]
  return [...parts, name].join('+')
}
