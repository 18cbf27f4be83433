const storageKey = 'petal-studio:fonts'

/** True when the fonts were loaded on an earlier visit, so that they are in the browser's cache. */
export function hasLoadedFonts(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null
  } catch {
    return false
  }
}

/** Loads the fonts. Until they are there, text stands in a fallback of the same measure. */
export async function loadFonts(): Promise<void> {
  await import('../fonts.css')
  try {
    localStorage.setItem(storageKey, '1')
  } catch {
    // Without storage the next visit loads them late again.
  }
}
