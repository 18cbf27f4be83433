/** Calls back when the page has nothing to do, at the latest after `longest` milliseconds. */
export function whenIdle(work: () => void, longest: number): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: longest })
  else setTimeout(work, longest / 4)
}
