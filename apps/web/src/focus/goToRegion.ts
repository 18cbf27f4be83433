import { findHome } from './findHome.ts'
import { findSuccessor, type Place } from './findSuccessor.ts'
import { homeRank } from './homeRank.ts'
import { isSeen } from './isSeen.ts'
import { lastPlaces } from './lastPlaces.ts'

/** As one reads them: the panels of the canvas come after it. */
const order: readonly (string | undefined)[] = ['bar', 'palette', 'canvas', 'outline', 'side', 'run']

/**
 * Leads the focus to the next region of the page, or back to the one before: to what had it there last, else to what is
 * in hand there, else to its first control. What is closed or lies behind something else is passed over.
 */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('#root [data-region]')]
    .filter((region) => isSeen(region) && region.closest('[inert]') === null)
    .sort((a, b) => order.indexOf(a.dataset.region) - order.indexOf(b.dataset.region))
  const { activeElement: active } = document
  const here = regions.find((region) => region.contains(active)) ?? lastPlaces.region
  const at = here === undefined ? -1 : regions.indexOf(here)
  const ahead = step === 1 ? [...regions.slice(at + 1), ...regions.slice(0, at + 1)] : backwards(regions, at)
  for (const region of ahead) {
    const place = placeIn(region)
    if (place === undefined) continue
    // The camera of the canvas stays where it is.
    place.focus({ preventScroll: region.dataset.region === 'canvas' })
    return
  }
}

function backwards(regions: readonly HTMLElement[], at: number): readonly HTMLElement[] {
  const before = Math.max(at, 0)
  return [...regions.slice(before), ...regions.slice(0, before)].reverse()
}

function placeIn(region: HTMLElement): Place | undefined {
  const home = findHome(region)
  const last = lastPlaces.byRegion.get(region)
  if (last === undefined || !canHaveFocus(last)) return home ?? findSuccessor({ parent: region, after: null }, region)
  // Of rows and cards it is the one in hand, which may be another one by now.
  const isOfMany = last.matches('[role="row"], [data-focus-home]')
  return isOfMany && home !== undefined && Number(home.dataset.focusHome) <= homeRank.selected ? home : last
}

function canHaveFocus(place: Place): boolean {
  return place.isConnected && !place.matches(':disabled') && isSeen(place)
}
