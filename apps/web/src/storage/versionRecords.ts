import { completeTransaction } from './completeTransaction.ts'
import { keptVersions } from './keptVersions.ts'
import type { AgentVersion } from './LibrarySchema.ts'
import type { LibraryDatabase } from './openConnection.ts'
import { versionsOf } from './versionsOf.ts'

/** How far apart the versions stand that were kept between two revisions: a thousand of them fit. */
const BETWEEN = 0.001

/** The kept versions of an agent, newest first. */
export async function readVersions(database: LibraryDatabase, id: string): Promise<readonly AgentVersion[]> {
  return keptVersions(await database.getAll('versions', versionsOf(id)))
}

/** Keeps a text as the newest version: after the stored revision and before the next one. */
export async function keepVersion(database: LibraryDatabase, version: Omit<AgentVersion, 'rev'>): Promise<void> {
  const transaction = database.transaction(['summaries', 'versions'], 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('versions')
  const [summary, versions] = await Promise.all([
    transaction.objectStore('summaries').get(version.id),
    store.getAll(versionsOf(version.id)),
  ])
  const newest = { ...version, rev: Math.max(summary?.rev ?? 0, versions.at(-1)?.rev ?? 0) + BETWEEN }
  const kept = new Set(keptVersions([...versions, newest]).map(({ rev }) => rev))
  const old = versions.filter(({ rev }) => !kept.has(rev))
  await completeTransaction(transaction, [
    () => store.put(newest),
    ...old.map(
      ({ id, rev }) =>
        () =>
          store.delete([id, rev]),
    ),
  ])
}

export async function putVersion(database: LibraryDatabase, version: AgentVersion): Promise<void> {
  await database.put('versions', version)
}

export async function deleteVersion(database: LibraryDatabase, { id, rev }: AgentVersion): Promise<void> {
  await database.delete('versions', [id, rev])
}
