import type { Page } from '@playwright/test'

/** How many events of one type the browser has stored, over all runs: what a reload would find. */
export function countStoredEvents(page: Page, type: string): Promise<number> {
  return page.evaluate(countInStore, type)
}

function countInStore(type: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('petal-studio')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const reading = database.transaction('runEvents').objectStore('runEvents').getAll()
      reading.onsuccess = () => {
        database.close()
        const parts = reading.result as readonly { readonly events: readonly { readonly type: string }[] }[]
        resolve(parts.flatMap(({ events }) => events).filter((event) => event.type === type).length)
      }
    }
  })
}
