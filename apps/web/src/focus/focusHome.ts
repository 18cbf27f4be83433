import { findHome } from './findHome.ts'

/** Puts the focus on what is in hand when nothing has it: keys then go on from there, and so does Tab. */
export function focusHome(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  // The camera stays where it is.
  findHome(document)?.focus({ preventScroll: true })
}
