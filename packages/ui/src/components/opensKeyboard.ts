import { isTouched } from './isTouched.ts'
import { isWrittenIn } from './isWrittenIn.ts'

/** Whether a keyboard opens over half of the page when the focus is put there. */
export function opensKeyboard(element: Element): boolean {
  return isTouched() && isWrittenIn(element)
}
