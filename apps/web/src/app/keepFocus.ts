import { createLayerFocus, type LayerFocus } from '../focus/createLayerFocus.ts'
import { focusHome } from '../focus/focusHome.ts'

const dialogs = '[role="dialog"], [role="alertdialog"]'
const openLayer = `:is(${dialogs}, [role="menu"], [role="listbox"])`

/**
 * Keeps the focus from getting lost. When what has it is taken off the page or disabled, what stands in its place has it,
 * such as the next row of a list. What lies over the page, such as a dialog, a menu or the command palette, stands beside
 * `base` in the body: when it goes with the focus in it, the focus goes back to where it was in what lies below, or home
 * where that is gone, too. What never had the focus, such as a tooltip, moves nothing as it goes. A press elsewhere on the
 * page leaves the focus nowhere, which is what it says, until something on the page has it again.
 */
export function keepFocus({ body }: Document, base: Element): () => void {
  const ending = new AbortController()
  const layers = new Map<Element, LayerFocus>()
  /** What had the focus last, of all that stands in the body. */
  let holder: Element | undefined
  let wasLeft = false
  const giveBack = () => {
    if (ending.signal.aborted || !isLost(body)) return
    const layer = [...body.children].findLast((child) => child !== base && isOpen(child)) ?? base
    if (layer === base && wasLeft) return
    layers.get(layer)?.find()?.focus({ preventScroll: true })
    if (layer === base) focusHome()
  }
  // After those that were told by what is gone, and know better.
  const giveBackSoon = () => setTimeout(giveBack)
  const follow = (target: EventTarget | null) => {
    if (!isPlace(target)) return
    holder = [...body.children].find((child) => child.contains(target))
    // A dialog that takes upon itself what was lost in it is no place to go back to.
    if (holder === undefined || target.matches(dialogs)) return
    const layer = layers.get(holder) ?? createLayerFocus(holder, giveBackSoon)
    layers.set(holder, layer)
    layer.follow(target)
  }
  const onFocus = ({ target, relatedTarget }: FocusEvent) => {
    follow(target)
    // A press on what already had the focus is not told of.
    if (isIn(base, target) || isIn(base, relatedTarget)) wasLeft = false
  }
  const onPress = ({ target }: Event) => {
    const { activeElement: active } = document
    if (isIn(base, target)) wasLeft = !(isIn(base, active) && active?.contains(target))
  }
  const onKey = () => {
    if (isIn(base, document.activeElement)) wasLeft = false
  }
  const options = { capture: true, signal: ending.signal }
  document.addEventListener('focusin', onFocus, options)
  document.addEventListener('pointerdown', onPress, options)
  document.addEventListener('keydown', onKey, options)
  const observer = new MutationObserver((changes) => {
    for (const gone of changes.flatMap(({ removedNodes }) => [...removedNodes])) {
      if (gone.isConnected || !(gone instanceof Element)) continue
      layers.get(gone)?.end()
      layers.delete(gone)
      if (gone === holder) giveBackSoon()
    }
  })
  observer.observe(body, { childList: true })
  // It may have been somewhere before this began.
  if (document.activeElement !== body) follow(document.activeElement)
  return () => {
    ending.abort()
    observer.disconnect()
    for (const layer of layers.values()) layer.end()
  }
}

/** A card or a field, or a wire. */
function isPlace(target: EventTarget | null): target is HTMLElement | SVGElement {
  return target instanceof HTMLElement || target instanceof SVGElement
}

function isIn(base: Element, target: EventTarget | null): target is Node {
  return target instanceof Node && base.contains(target)
}

/** Nothing has it, or what was disabled a moment ago, or a dialog as a whole. */
function isLost(body: HTMLElement): boolean {
  const { activeElement: active } = document
  return active === null || active === body || active.matches(`:disabled, ${dialogs}`)
}

function isOpen(child: Element): boolean {
  return child.matches(openLayer) || child.querySelector(openLayer) !== null
}
