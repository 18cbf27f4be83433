import type { SmallStorage } from '../look/deviceStorage.ts'
import type { OwnKeys } from './keysOf.ts'

const storageKey = 'petal-studio:keys'

/** The keys a person has chosen on this device. What cannot be read is left out. */
export function readOwnKeys(storage: SmallStorage): OwnKeys {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string[]] => isKeys(entry[1])))
  } catch {
    return {}
  }
}

export function writeOwnKeys(storage: SmallStorage, own: OwnKeys): void {
  storage.setItem(storageKey, JSON.stringify(own))
}

function isKeys(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((keys) => typeof keys === 'string' && keys !== '')
}
