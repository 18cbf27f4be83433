import type { Place } from './findSuccessor.ts'

interface LastPlaces {
  /** The region that had the focus last, or was pressed last. */
  region: HTMLElement | undefined
  readonly byRegion: WeakMap<Element, Place>
}

/** What had the focus last in each region of the page. */
export const lastPlaces: LastPlaces = { region: undefined, byRegion: new WeakMap() }
