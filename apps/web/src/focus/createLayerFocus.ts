import { findHome } from './findHome.ts'
import { findSuccessor, type Gap, type Place } from './findSuccessor.ts'
import { homeRank } from './homeRank.ts'

/** Where the focus is, or was last, in the page or in something that lies over it. */
export interface LayerFocus {
  /** It is on this place now. */
  follow(place: Place): void
  /** Where it belongs: on that place, or on what has come after it. */
  find(): Place | undefined
  end(): void
}

/**
 * Follows the focus within `layer` and tells when what has it is taken off the page or disabled. Only what stands around
 * it is watched, each by itself, so nothing else that changes on the page costs anything.
 */
export function createLayerFocus(layer: Element, onGone: () => void): LayerFocus {
  let last: Place | undefined
  let gap: Gap | undefined
  let wasInHand = false
  const observer = new MutationObserver((changes) => {
    wasInHand ||= last !== undefined && isInHand(last)
    for (const change of changes) {
      // What stood around it may go after it, in the same moment or in the next.
      const gone = gap?.parent ?? last
      if (gone && takesAway(change, gone)) gap = gapOf(change)
    }
    if (gap) onGone()
  })
  return {
    follow(place) {
      last = place
      gap = undefined
      wasInHand = isInHand(place)
      observer.disconnect()
      observer.observe(place, { attributes: true, attributeFilter: ['disabled', 'data-focus-home'] })
      for (let at = place.parentElement; at !== null && layer.contains(at); at = at.parentElement)
        observer.observe(at, { childList: true })
    },
    find() {
      if (last?.isConnected && !last.matches(':disabled')) return findInHand(last, wasInHand) ?? last
      return gap && findSuccessor(gap, layer)
    },
    end: () => observer.disconnect(),
  }
}

function takesAway({ type, removedNodes }: MutationRecord, gone: Element): boolean {
  return type === 'attributes' ? gone.matches(':disabled') : [...removedNodes].some((node) => node.contains(gone))
}

/** What stood before it may have gone in the same moment. */
function gapOf({ type, target, previousSibling }: MutationRecord): Gap | undefined {
  const parent = type === 'attributes' ? target.parentElement : target
  if (!(parent instanceof Element)) return undefined
  const before = type === 'attributes' ? target : previousSibling
  return { parent, after: before?.parentNode === parent ? before : null }
}

/** A card that is selected. */
function isInHand(place: Place): boolean {
  return place.dataset.focusHome === String(homeRank.selected)
}

/** Of rows and cards it is the one in hand that has the focus: that may be another one by now, such as a new step. */
function findInHand(place: Place, wasInHand: boolean): Place | undefined {
  if (place.matches('[role="row"]'))
    return place.closest('[role="treegrid"]')?.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ?? undefined
  const area = wasInHand && !isInHand(place) ? place.closest('[data-focus-area]') : null
  return area ? findHome(area) : undefined
}
