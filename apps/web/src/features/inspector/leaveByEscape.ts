import { isWrittenIn } from '@petal/ui'
import type { KeyboardEvent } from 'react'
import { focusHome } from '../../focus/focusHome.ts'

/** Escape leaves a field for what is in hand, whose keys then work, unless it has closed something of the field first. */
export function leaveByEscape(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget, nativeEvent } = event
  if (key !== 'Escape' || event.defaultPrevented || nativeEvent.isComposing) return
  // What is opened over the panel belongs to it for React only.
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || !isWrittenIn(target)) return
  // A draft that Escape has given up is gone by then, and is not taken as the field is left.
  queueMicrotask(() => {
    if (document.activeElement !== target) return
    target.blur()
    focusHome()
  })
}
