import { focusHome } from '../focus/focusHome.ts'

const openLayer = ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

type Place = HTMLElement | SVGElement

/**
 * Keeps the focus from getting lost. What lies over the page, such as a dialog, a menu or the command palette, stands
 * beside `base` in the body: when it goes with the focus in it, the focus goes back to where it was in what lies below,
 * or home where that is gone, too. What never had the focus, such as a tooltip, moves nothing as it goes. A press
 * elsewhere on the page leaves the focus nowhere, which is what it says, until something on the page has it again.
 */
export function keepFocus({ body }: Document, base: Element): () => void {
  const ending = new AbortController()
  const last = new WeakMap<Element, Place>()
  /** What had the focus last, of all that stands in the body. */
  let holder: Element | undefined
  let wasLeft = false
  const giveBack = () => {
    if (ending.signal.aborted || !isNowhere(body)) return
    const layer = [...body.children].findLast((child) => child !== base && isOpen(child))
    if (layer === undefined && wasLeft) return
    giveTo(last.get(layer ?? base))
    if (layer === undefined) focusHome()
  }
  const onFocus = ({ target, relatedTarget }: FocusEvent) => {
    if (!isPlace(target)) return
    holder = [...body.children].find((child) => child.contains(target))
    if (holder) last.set(holder, target)
    // A press on what already had the focus is not told of.
    if (base.contains(target) || (isPlace(relatedTarget) && base.contains(relatedTarget))) wasLeft = false
  }
  const onPress = ({ target }: Event) => {
    if (target instanceof Node && base.contains(target)) wasLeft = true
  }
  const onKey = () => {
    const had = document.activeElement
    if (had === null || !base.contains(had)) return
    wasLeft = false
    // A card that a key has deleted takes the focus with it.
    if (had.closest('[data-focus-area]')) setTimeout(() => !had.isConnected && giveBack())
  }
  const options = { capture: true, signal: ending.signal }
  document.addEventListener('focusin', onFocus, options)
  document.addEventListener('pointerdown', onPress, options)
  document.addEventListener('keydown', onKey, options)
  const observer = new MutationObserver((changes) => {
    const gone = holder
    if (gone === undefined || gone.isConnected) return
    // After those that were told by what has closed, and know better.
    if (changes.some(({ removedNodes }) => [...removedNodes].includes(gone))) setTimeout(giveBack)
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
