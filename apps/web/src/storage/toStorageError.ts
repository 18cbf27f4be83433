import { word } from '@petal/core/language'
import { AgentError, type StorageCode, storageCodeOf } from '@petal/core/model'
import { msg } from '@petal/ui/language'

const messages: Readonly<Record<StorageCode, string>> = {
  'storage.quota': msg(
    'The browser storage is full. Your work is still in this tab: download it, free some space, then try again.',
  ),
  'storage.closed': msg('The browser closed its storage. Your work is still in this tab: try again, or download it.'),
  'storage.unavailable': msg(
    'The browser gives this page no storage (a private window, or blocked site data). Your work is still in this tab: download it before you close it.',
  ),
  'storage.blocked': msg(
    'Another tab holds an older version of the storage. Close the other tabs of this page, then try again.',
  ),
  'storage.newer': msg(
    'This browser holds data of a newer version of this page. Reload to get the newer version; nothing was changed.',
  ),
  'storage.conflict': msg('This agent was changed in another tab.'),
  'storage.damaged': msg('This record is damaged. Its raw contents can be downloaded.'),
}

/** The storage fault with this code, in the words a person reads. */
export function createStorageError(code: StorageCode, cause?: unknown): AgentError {
  return new AgentError(code, word(messages[code]), { retryable: true, ...(cause === undefined ? {} : { cause }) })
}

/** Any fault of IndexedDB as a coded error. */
export function toStorageError(fault: unknown): AgentError {
  if (AgentError.isInstance(fault)) return fault
  return createStorageError(storageCodeOf(fault), fault)
}
