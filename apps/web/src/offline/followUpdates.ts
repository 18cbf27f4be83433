import { trustedWorkerUrl } from '../runner/trustedWorkerUrl.ts'

/** How often a page that stays open asks for a new version, in milliseconds. */
const askEvery = 60 * 60 * 1000

/** A version that is fetched and waits. */
export interface ReadyUpdate {
  /** Lets it take over, and calls back when it has: the page is to be loaded anew then. */
  apply(onApplied: () => void): void
}

/**
 * Lets the app open without a network from now on, and tells when a new version is ready. Nothing changes under the
 * person: a new version waits until it is applied.
 */
export async function followUpdates(onReady: (update: ReadyUpdate) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const address = trustedWorkerUrl(new URL('sw.js', document.baseURI).href)
  // TypeScript does not describe yet that addresses may be trusted ones.
  const registration = await serviceWorker.register(address as string | URL, { updateViaCache: 'none' })
  const tell = (worker: ServiceWorker | null) => {
    // Without a worker that answers now, this is the first visit: there is nothing to update.
    if (worker?.state === 'installed' && serviceWorker.controller !== null) onReady(toUpdate(worker))
  }
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => tell(worker))
  tell(registration.waiting)
  // The browser may have begun by itself, before anybody listened.
  watch(registration.installing)
  registration.addEventListener('updatefound', () => watch(registration.installing))
  askNowAndThen(registration)
}

function toUpdate(worker: ServiceWorker): ReadyUpdate {
  return {
    apply(onApplied) {
      // Another tab has let it already.
      if (worker.state !== 'installed') return onApplied()
      navigator.serviceWorker.addEventListener('controllerchange', onApplied, { once: true })
      worker.postMessage('petal-update')
    },
  }
}

function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < askEvery) return
    asked = performance.now()
    registration.update().catch(() => undefined)
  })
}
