/** The first wait before something is asked for again, and the longest, in milliseconds. */
const wait = { first: 1000, longest: 30_000 }

/** Imports a part of the app, again and again while it cannot be fetched: sooner when the connection is back. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
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
