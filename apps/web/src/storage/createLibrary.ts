import { createAgent, duplicateAgent, purgeAgent, readAgent, saveAgent, setTrashed, setTrust } from './agentRecords.ts'
import { connectTabs } from './connectTabs.ts'
import { createRunStore } from './createRunStore.ts'
import { createThreadStore } from './createThreadStore.ts'
import type { Library } from './Library.ts'
import { openConnection } from './openConnection.ts'
import { updateSetting } from './updateSetting.ts'

/** @param databaseName one library per name; the app uses the default. */
export function createLibrary(databaseName = 'petal-studio'): Library {
  const connection = openConnection(databaseName)
  const tabs = connectTabs(databaseName)
  // Only who looks at versions, or keeps one, needs what reads and writes them.
  const openVersions = async () => (await import('./createVersionStore.ts')).createVersionStore(connection)
  const tell = (id: string, rev: number) => tabs.tell({ type: 'agent-saved', id, rev })

  return {
    list: () => connection.use((database) => database.getAll('summaries')),
    read: (id) => connection.use((database) => readAgent(database, id)),
    async create(draft, options = {}) {
      const summary = await connection.use((database) => createAgent(database, draft, options.untrusted ?? false))
      tell(summary.id, summary.rev)
      return summary
    },
    async save(request) {
      const result = await connection.use((database) => saveAgent(database, request))
      if (result.ok) tell(request.id, result.summary.rev)
      return result
    },
    async duplicate(id, name) {
      const summary = await connection.use((database) => duplicateAgent(database, id, name))
      if (summary !== undefined) tell(summary.id, summary.rev)
      return summary
    },
    async setTrashed(id, trashed) {
      await connection.use((database) => setTrashed(database, id, trashed))
      tabs.tell({ type: trashed ? 'agent-trashed' : 'agent-restored', id })
    },
    async purge(id) {
      await connection.use((database) => purgeAgent(database, id))
      tabs.tell({ type: 'agent-purged', id })
    },
    setTrust: (id, trusted) => connection.use((database) => setTrust(database, id, trusted)),
    openVersions,
    runs: createRunStore(connection),
    threads: createThreadStore(connection),
    getSetting: async (name) => (await connection.use((database) => database.get('settings', name)))?.value,
    async setSetting(name, value) {
      await connection.use((database) => database.put('settings', { name, value }))
    },
    updateSetting: (name, change) => connection.use((database) => updateSetting(database, name, change)),
    subscribe: (listener) => tabs.subscribe(listener),
    close() {
      tabs.close()
      connection.close()
    },
  }
}
