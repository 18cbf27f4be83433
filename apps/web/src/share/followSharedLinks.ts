import { readSharedFragment } from './sharedFragment.ts'

/** Hands on the agent of a link: the one the page was opened by, and those that are put into its address later. */
export function followSharedLinks(page: Window, onShared: (packed: string) => void): void {
  const first = readSharedFragment(page.location.hash)
  if (first !== undefined) onShared(first)
  page.addEventListener('hashchange', ({ oldURL }) => {
    const packed = readSharedFragment(page.location.hash)
    if (packed === undefined) return
    // The open agent stays the one that the address names: a reload must not ask again.
    page.history.replaceState(null, '', new URL(oldURL).hash)
    onShared(packed)
  })
}
