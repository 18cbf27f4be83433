import type { RunEvent } from '@petal/core'
import type { Page } from '@playwright/test'

/**
 * Everything this browser has stored for the page, as text: its databases and its local and session storage.
 * `without` names databases to leave out.
 */
export async function readAllStorage(page: Page, without: readonly string[] = []): Promise<string> {
  return page.evaluate(async (left) => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const readAll = (database: IDBDatabase, store: string) =>
      new Promise<unknown>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const parts: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || left.includes(name)) continue
      const database = await open(name)
      for (const store of database.objectStoreNames)
        parts.push({ [`${name}/${store}`]: await readAll(database, store) })
      database.close()
    }
    return JSON.stringify(parts)
  }, without)
}

/** The recorded events of every stored run, by the name of its agent. */
export async function readStoredRuns(page: Page): Promise<ReadonlyMap<string, readonly RunEvent[]>> {
  const parts: readonly Record<string, unknown>[] = JSON.parse(await readAllStorage(page))
  const runs = storeOf<{ runId: string; agentName: string }>(parts, 'petal-studio/runs')
  const events = storeOf<{ runId: string; index: number; events: RunEvent[] }>(parts, 'petal-studio/runEvents')
  return new Map(
    runs.map(({ runId, agentName }) => {
      const ofRun = events.filter((part) => part.runId === runId).sort((a, b) => a.index - b.index)
      return [agentName, ofRun.flatMap((part) => part.events)]
    }),
  )
}

function storeOf<Row>(parts: readonly Record<string, unknown>[], name: string): readonly Row[] {
  // What the app's own schema says of this store.
  return (parts.find((part) => name in part)?.[name] ?? []) as readonly Row[]
}
