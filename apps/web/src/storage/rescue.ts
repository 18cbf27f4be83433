import { t } from '@petal/ui/language'
import type { AgentDraft } from './Library.ts'

/** Work that was still in memory when the page went away. */
export interface RescuedWork extends AgentDraft {
  readonly id: string
  readonly baseRev: number
}

const prefix = 'petal-studio:rescue:'

/**
 * Keeps work where a closing page can still put it: a database transaction begun now may not complete any more, but
 * local storage is written on the spot. Best effort; a full storage is not reported, nobody would see it.
 */
export function rescueWork(storage: Storage, work: RescuedWork): void {
  try {
    storage.setItem(prefix + work.id, JSON.stringify(work))
  } catch {
    // The page is going away: there is no one left to tell.
  }
}

/** Takes out what was rescued. An entry that cannot be read is left where it is. */
export function takeRescuedWork(storage: Storage): readonly RescuedWork[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const work = readWork(storage.getItem(key))
      if (work === undefined) return []
      storage.removeItem(key)
      return [work]
    })
}

function readWork(text: string | null): RescuedWork | undefined {
  try {
    const value: Partial<RescuedWork> = JSON.parse(text ?? '')
    const { id, baseRev, name, text: file, stepCount, outline } = value
    if (typeof id !== 'string' || typeof baseRev !== 'number' || typeof file !== 'string') return undefined
    return {
      id,
      baseRev,
      text: file,
      name: typeof name === 'string' ? name : t('Recovered agent'),
      stepCount: typeof stepCount === 'number' ? stepCount : 0,
      outline: outline ?? { boxes: [], lines: [] },
    }
  } catch {
    return undefined
  }
}
