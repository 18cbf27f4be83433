import { deviceStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:fonts'

/** True when the fonts were loaded on an earlier visit, so that they are in the browser's cache. */
export function hasLoadedFonts(): boolean {
  return deviceStorage.getItem(storageKey) !== null
}

/** Loads the fonts. Until they are there, text stands in a fallback of the same measure. */
export async function loadFonts(): Promise<void> {
  await import('../fonts.css')
  deviceStorage.setItem(storageKey, '1')
}
