import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** The first wait before a part is asked for again, and the longest, in milliseconds. */
const wait = { first: 1000, longest: 30_000 }

/**
 * A part of the app that is loaded when it is first drawn. While it cannot be fetched it is asked for again and again,
 * sooner when the connection is back: React's own `lazy` gives up for good, and takes down what is drawn around it.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loadPatiently(load) }))
}

async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let ms = wait.first; ; ms = Math.min(2 * ms, wait.longest)) {
    try {
      return await load()
    } catch (fault) {
      if (!isUnfetched(fault)) throw fault
      await nextChance(ms)
    }
  }
}

/** As Chromium and Firefox, and as Safari say it. What fails once it is there would only fail again. */
function isUnfetched(fault: unknown): boolean {
  return fault instanceof Error && /dynamically imported module|importing a module script/i.test(fault.message)
}

function nextChance(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, ms)
    function go(): void {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    window.addEventListener('online', go)
  })
}
