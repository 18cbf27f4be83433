import { focusHome } from '../focus/focusHome.ts'

const openLayer = ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

type Place = HTMLElement | SVGElement

/**
 * Keeps the focus from getting lost. What lies over the page, such as a dialog, a menu or the command palette, stands
 * beside `base` in the body: once it is gone and nothing has the focus, it goes back to where it was in what lies below,
 * or home where that is gone, too. Only a press elsewhere on the page leaves it nowhere, which is what it says.
 */
export function keepFocus({ body }: Document, base: Element): () => void {
  const ending = new AbortController()
  const last = new WeakMap<Element, Place>()
  let wasLeft = false
  const giveBack = () => {
    if (ending.signal.aborted || wasLeft || !isNowhere(body)) return
    const layer = [...body.children].findLast((child) => child !== base && isOpen(child))
    giveTo(last.get(layer ?? base))
    if (layer === undefined) focusHome()
  }
  const onFocus = ({ target }: Event) => {
    if (!isPlace(target)) return
    const layer = [...body.children].find((child) => child.contains(target))
    if (layer) last.set(layer, target)
  }
  const onPress = ({ target }: Event) => {
    wasLeft = target instanceof Node && base.contains(target)
  }
  const onKey = () => {
    wasLeft = false
    const had = document.activeElement
    // A card that a key has deleted takes the focus with it.
    if (had?.closest('[data-focus-area]')) setTimeout(() => !had.isConnected && giveBack())
  }
  const options = { capture: true, signal: ending.signal }
  document.addEventListener('focusin', onFocus, options)
  document.addEventListener('pointerdown', onPress, options)
  document.addEventListener('keydown', onKey, options)
  // After those that were told by what has closed, and know better.
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ removedNodes }) => removedNodes.length > 0)) setTimeout(giveBack)
  })
  observer.observe(body, { childList: true })
  return () => {
    ending.abort()
    observer.disconnect()
  }
}

/** A card or a field, or a wire. */
function isPlace(target: EventTarget | null): target is Place {
  return target instanceof HTMLElement || target instanceof SVGElement
}

function isNowhere(body: HTMLElement): boolean {
  return document.activeElement === null || document.activeElement === body
}

function isOpen(child: Element): boolean {
  return child.matches(openLayer) || child.querySelector(openLayer) !== null
}

/** Of rows the one in hand has the focus: it may be another one by now. */
function giveTo(place: Place | undefined): void {
  const row = place?.matches('[role="row"]')
    ? place.closest('[role="treegrid"]')?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
    : undefined
  const target = row ?? place
  target?.focus({ preventScroll: true })
}
