import { AgentError } from '../errors/AgentError.ts'
import { type StorageCode, storageCodeOf } from '../storage/storageCodeOf.ts'

const reasons: Readonly<Partial<Record<StorageCode, string>>> = {
  'storage.quota': 'The browser storage is full: free some space',
  'storage.closed': 'The browser closed its storage: try again',
  'storage.blocked': 'Another tab holds an older version of the storage: close the other tabs of this page',
  'storage.newer': 'This browser holds runs of a newer version of this page: reload it',
  'storage.unavailable': 'The browser gives this page no storage (a private window, or blocked site data)',
}

/** Any fault of IndexedDB while a run is remembered, as a coded error. */
export function toCheckpointFault(fault: unknown): AgentError {
  if (AgentError.isInstance(fault)) return fault
  return createCheckpointFault(storageCodeOf(fault), fault)
}

/** The storage fault with this code. */
export function createCheckpointFault(code: StorageCode, cause?: unknown): AgentError {
  const message = `This run cannot be kept in the browser. ${reasons[code] ?? 'Its storage failed'}.`
  return new AgentError(code, message, { retryable: true, ...(cause === undefined ? {} : { cause }) })
}
