import { completeTransaction } from './completeTransaction.ts'
import { keptVersions } from './keptVersions.ts'
import type { AgentVersion } from './LibrarySchema.ts'
import type { Connection, LibraryDatabase } from './openConnection.ts'
import { versionsOf } from './versionsOf.ts'

/** How far apart the versions stand that were kept between two revisions: a thousand of them fit. */
const BETWEEN = 0.001

/** What a person does with versions; those that saving keeps are kept with the save. */
export interface VersionStore {
  /** The kept versions of an agent, newest first. */
  list(agentId: string): Promise<readonly AgentVersion[]>
  /** Keeps a text as the newest version: after the stored revision and before the next one. */
  keep(version: Omit<AgentVersion, 'rev'>): Promise<void>
  /** Brings back a version that was deleted. */
  put(version: AgentVersion): Promise<void>
  delete(version: AgentVersion): Promise<void>
}

export function createVersionStore(connection: Connection): VersionStore {
  return {
    list: (agentId) =>
      connection.use(async (database) => keptVersions(await database.getAll('versions', versionsOf(agentId)))),
    keep: (version) => connection.use((database) => keepNewest(database, version)),
    put: (version) =>
      connection.use(async (database) => {
        await database.put('versions', version)
      }),
    delete: ({ id, rev }) => connection.use((database) => database.delete('versions', [id, rev])),
  }
}

async function keepNewest(database: LibraryDatabase, version: Omit<AgentVersion, 'rev'>): Promise<void> {
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
