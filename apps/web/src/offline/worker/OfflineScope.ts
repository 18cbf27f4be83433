/** The part of a service worker's global scope that is used here; TypeScript describes it or a page, never both. */
export interface OfflineScope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
}

interface LastingEvent {
  /** Keeps the worker alive until it is settled; where it fails, the worker does not take over. */
  waitUntil(work: Promise<unknown>): void
}

interface RequestEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
