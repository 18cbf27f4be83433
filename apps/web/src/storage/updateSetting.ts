import type { Json } from '@petal/core/model'
import { completeTransaction } from './completeTransaction.ts'
import type { LibraryDatabase } from './openConnection.ts'

/** What a setting becomes. `agentIds`: the agents there are, so that what belongs to others can be left out. */
export type SettingChange = (kept: Json | undefined, agentIds: ReadonlySet<string>) => Json

/** Reads a setting and writes what becomes of it, in one transaction: of two tabs neither loses what the other kept. */
export async function updateSetting(database: LibraryDatabase, name: string, change: SettingChange): Promise<void> {
  const transaction = database.transaction(['settings', 'summaries'], 'readwrite')
  const settings = transaction.objectStore('settings')
  const [found, ids] = await Promise.all([settings.get(name), transaction.objectStore('summaries').getAllKeys()])
  await completeTransaction(transaction, [() => settings.put({ name, value: change(found?.value, new Set(ids)) })])
}
