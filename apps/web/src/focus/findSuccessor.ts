import { opensKeyboard } from '@petal/ui'
import { findHome } from './findHome.ts'
import { homeRank } from './homeRank.ts'
import { isSeen } from './isSeen.ts'

/** What can have the focus: a control or a card, or a wire. */
export type Place = HTMLElement | SVGElement

/** Where something has gone from the page. */
export interface Gap {
  readonly parent: Element
  /** What stands before it; null where it was the first. */
  readonly after: Node | null
}

const stepHome = String(homeRank.step)
const focusable = ':is(a[href], button, input, textarea, select, summary, [tabindex], [contenteditable="true"])'
const shut = ':is(:disabled, [aria-disabled="true"], [inert], [inert] *, [aria-hidden="true"] *)'

/**
 * What takes the focus when what had it is gone: in the nearest surroundings that still have something to take it, what
 * stands in its place or comes next, or else what comes before. On the canvas it is what is in hand. Nothing when nothing
 * is left within `end`; and never a field that would open a keyboard by itself.
 */
export function findSuccessor({ parent, after }: Gap, end: Element): Place | undefined {
  const area = parent.closest('[data-focus-area]')
  if (area) return findCard(area, parent, after) ?? findNear(area, null) ?? climb(area, end)
  return findNear(parent, after) ?? climb(parent, end)
}

/** What is selected by then, or else the neighbour of a card that is gone. */
function findCard(area: Element, parent: Element, after: Node | null): Place | undefined {
  const home = findHome(area)
  if (home?.dataset.focusHome !== stepHome) return home
  const steps = [...parent.querySelectorAll<HTMLElement>(`[data-focus-home="${stepHome}"]`)].filter(takesFocus)
  const next = steps.findIndex((step) => after === null || follows(step, after))
  return steps[next === -1 ? steps.length - 1 : Math.max(0, next - 1)] ?? home
}

function climb(from: Element, end: Element): Place | undefined {
  const above = from.parentElement
  if (above === null || !end.contains(above)) return undefined
  return findNear(above, from) ?? climb(above, end)
}

function findNear(within: Element, after: Node | null): Place | undefined {
  const all = [...within.querySelectorAll<Place>(focusable)].filter(takesFocus)
  return all.find((element) => after === null || follows(element, after)) ?? all.at(-1)
}

function takesFocus(element: Place): boolean {
  return element.tabIndex >= 0 && !element.matches(shut) && isSeen(element) && !opensKeyboard(element)
}

function follows(element: Element, other: Node): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !other.contains(element)
}
