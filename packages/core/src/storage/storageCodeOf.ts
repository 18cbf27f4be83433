import type { ProblemCode } from '../errors/Problem.ts'

/** The codes of what can go wrong with the browser's storage. */
export type StorageCode = Extract<ProblemCode, `storage.${string}`>

const codesByName: Readonly<Record<string, StorageCode>> = {
  QuotaExceededError: 'storage.quota',
  InvalidStateError: 'storage.closed',
  UnknownError: 'storage.closed',
  AbortError: 'storage.closed',
  VersionError: 'storage.newer',
}

/** What a fault of IndexedDB means. */
export function storageCodeOf(fault: unknown): StorageCode {
  const name = typeof fault === 'object' && fault !== null ? String(Reflect.get(fault, 'name')) : ''
  return codesByName[name] ?? 'storage.unavailable'
}
