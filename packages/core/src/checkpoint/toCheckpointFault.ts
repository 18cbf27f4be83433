import { AgentError } from '../errors/AgentError.ts'
import { msg } from '../language/msg.ts'
import { word } from '../language/word.ts'
import { type StorageCode, storageCodeOf } from '../storage/storageCodeOf.ts'

const reasons: Readonly<Partial<Record<StorageCode, string>>> = {
  'storage.quota': msg('The browser storage is full: free some space.'),
  'storage.closed': msg('The browser closed its storage: try again.'),
  'storage.blocked': msg('Another tab holds an older version of the storage: close the other tabs of this page.'),
  'storage.newer': msg('This browser holds runs of a newer version of this page: reload it.'),
  'storage.unavailable': msg('The browser gives this page no storage (a private window, or blocked site data).'),
}

/** Any fault of IndexedDB while a run is remembered, as a coded error. */
export function toCheckpointFault(fault: unknown): AgentError {
  if (AgentError.isInstance(fault)) return fault
  return createCheckpointFault(storageCodeOf(fault), fault)
}

/** The storage fault with this code. */
export function createCheckpointFault(code: StorageCode, cause?: unknown): AgentError {
  const reason = word(reasons[code] ?? msg('Its storage failed.'))
  const message = word('This run cannot be kept in the browser. {reason}', { reason })
  return new AgentError(code, message, { retryable: true, ...(cause === undefined ? {} : { cause }) })
}
