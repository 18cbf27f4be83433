import type { SmallStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:recent-commands'
const most = 5

/** The ids of what was chosen last in the command palette, newest first. */
export function listRecentChoices(storage: SmallStorage): readonly string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** Puts a choice in front of the others. */
export function rememberChoice(storage: SmallStorage, id: string): void {
  const others = listRecentChoices(storage).filter((known) => known !== id)
  storage.setItem(storageKey, JSON.stringify([id, ...others].slice(0, most)))
}
