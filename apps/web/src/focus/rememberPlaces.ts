import { lastPlaces } from './lastPlaces.ts'

/** Remembers what has the focus in each region of the page, for when one comes back to it; gives the way to stop. */
export function rememberPlaces(page: Document): () => void {
  const ending = new AbortController()
  const remember = ({ type, target }: Event) => {
    // A card or a field, or a wire.
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return
    const region = target.closest<HTMLElement>('[data-region]')
    if (region === null) return
    lastPlaces.region = region
    if (type === 'focusin') lastPlaces.byRegion.set(region, target)
  }
  const options = { capture: true, signal: ending.signal }
  page.addEventListener('focusin', remember, options)
  page.addEventListener('pointerdown', remember, options)
  return () => ending.abort()
}
