import { answer } from './answer.ts'
import type { OfflineScope } from './OfflineScope.ts'
import { dropOldVersions, fetchVersion } from './versions.ts'

/** They are filled in when the app is built. */
declare const __PETAL_FILES__: readonly string[]
declare const __PETAL_LATER__: readonly string[]
declare const __PETAL_VERSION__: string

// TypeScript takes this for a page: the project's libraries describe one.
const worker = globalThis as unknown as OfflineScope
const { scope } = worker.registration
const version = { name: __PETAL_VERSION__, files: __PETAL_FILES__, later: __PETAL_LATER__, scope }

worker.addEventListener('install', (event) => event.waitUntil(fetchVersion(version)))

worker.addEventListener('activate', (event) =>
  // The first one answers for the page that brought it, too; a later one is only here because a page asked for it.
  event.waitUntil(dropOldVersions(version).then(() => worker.clients.claim())),
)

// A new version waits until the person wants it: nobody's work is reloaded under them.
worker.addEventListener('message', ({ data }) => {
  if (data === 'petal-update') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const answered = answer(event.request, version)
  if (answered !== undefined) event.respondWith(answered)
})
