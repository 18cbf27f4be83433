import { opensKeyboard } from '../components/opensKeyboard.ts'
import { isWithin } from './fieldPath.ts'

/** What is typed in or chosen from comes before the buttons around it. */
const wanted = [
  '[data-autofocus]',
  'input:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [role="combobox"], [role="switch"]',
  'button:not([disabled])',
]

/**
 * Scrolls to the field at `path`, or to the nearest one that holds it, gives it the focus and lights it up for a
 * moment. Paths are written as in problems. Returns false when nothing in `root` belongs to the path.
 */
export function focusField(root: HTMLElement, path: string): boolean {
  const candidates = [...root.querySelectorAll<HTMLElement>('[data-field-path]')].filter((element) =>
    isWithin(path, element.dataset.fieldPath ?? ''),
  )
  const target = candidates.sort((a, b) => pathLength(b) - pathLength(a))[0]
  if (target === undefined) return false
  target.scrollIntoView({ block: 'center' })
  const control = wanted.map((selector) => target.querySelector<HTMLElement>(selector)).find((found) => found !== null)
  // A keyboard that opens over half of the page would cover what is shown.
  if (control && opensKeyboard(control)) focusPlace(target)
  else if (control) focusControl(control)
  flash(target)
  return true
}

/** Whoever goes on writing does so behind what is there. */
function focusControl(control: HTMLElement): void {
  control.focus({ preventScroll: true })
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length)
  if (!control.isContentEditable) return
  const selection = getSelection()
  selection?.selectAllChildren(control)
  selection?.collapseToEnd()
}

/** The place has the focus instead of the field in it: whoever goes on from there comes to it next. */
function focusPlace(place: HTMLElement): void {
  place.tabIndex = -1
  place.style.outline = 'none'
  place.focus({ preventScroll: true })
}

function pathLength(element: HTMLElement): number {
  return element.dataset.fieldPath?.length ?? 0
}

function flash(element: HTMLElement): void {
  element.dataset.flash = ''
  element.addEventListener('animationend', () => delete element.dataset.flash, { once: true })
}
