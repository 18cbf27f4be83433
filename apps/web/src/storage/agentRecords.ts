import type { IDBPObjectStore } from 'idb'
import { completeTransaction } from './completeTransaction.ts'
import { keptVersions } from './keptVersions.ts'
import type { AgentDraft, OpenedAgent, SaveRequest, SaveResult } from './Library.ts'
import type { AgentRecord, AgentSummary, AgentVersion, LibrarySchema } from './LibrarySchema.ts'
import type { LibraryDatabase } from './openConnection.ts'
import { versionsOf } from './versionsOf.ts'

/** The stores that one save touches, all in one transaction. */
const agentStores = ['summaries', 'documents', 'histories', 'versions'] satisfies AgentStore[]

type AgentStore = 'summaries' | 'documents' | 'histories' | 'versions'
type VersionStore = IDBPObjectStore<LibrarySchema, AgentStore[], 'versions', 'readwrite'>

/** A version is kept when the last one is older than this, so that a burst of typing is one version. */
const VERSION_EVERY_MS = 5 * 60 * 1000

/** The agent with its text and, when it fits the revision, its undo history. */
export async function readAgent(database: LibraryDatabase, id: string): Promise<OpenedAgent | undefined> {
  const transaction = database.transaction(['summaries', 'documents', 'histories'])
  const [summary, record, history] = await Promise.all([
    transaction.objectStore('summaries').get(id),
    transaction.objectStore('documents').get(id),
    transaction.objectStore('histories').get(id),
  ])
  if (summary === undefined) return undefined
  const text = typeof record?.text === 'string' ? record.text : ''
  return { summary, text, history: history?.rev === record?.rev ? history?.history : undefined }
}

/** Stores a new agent at revision 1 under a fresh id. */
export async function createAgent(
  database: LibraryDatabase,
  draft: AgentDraft,
  untrusted: boolean,
): Promise<AgentSummary> {
  const summary = toSummary(draft, { id: crypto.randomUUID(), rev: 1 }, untrusted)
  const transaction = database.transaction(agentStores, 'readwrite', { durability: 'strict' })
  await completeTransaction(transaction, [
    () => transaction.objectStore('summaries').add(summary),
    () => transaction.objectStore('documents').add({ id: summary.id, rev: 1, text: draft.text }),
  ])
  return summary
}

/** Compares the revision and writes the next one, in one transaction: of two tabs exactly one succeeds. */
export async function saveAgent(database: LibraryDatabase, request: SaveRequest): Promise<SaveResult> {
  const transaction = database.transaction(agentStores, 'readwrite', { durability: 'strict' })
  const summaries = transaction.objectStore('summaries')
  const documents = transaction.objectStore('documents')
  const histories = transaction.objectStore('histories')
  const found = await summaries.get(request.id)
  if ((found?.rev ?? 0) !== request.baseRev) {
    await transaction.done
    return { ok: false, found }
  }
  const before = await documents.get(request.id)
  const next = { id: request.id, rev: request.baseRev + 1 }
  // Without the mark of the trash: what is being edited is in use.
  const summary = toSummary(request, next, found === undefined ? request.untrusted : found.untrusted)
  await completeTransaction(transaction, [
    () => summaries.put(summary),
    () => documents.put({ ...next, text: request.text }),
    () =>
      request.history === undefined
        ? histories.delete(request.id)
        : histories.put({ ...next, history: request.history }),
    () => before && found && keepVersion(transaction.objectStore('versions'), before, found.updatedAt),
  ])
  return { ok: true, summary }
}

/** A copy under a new id and name, at revision 1. */
export async function duplicateAgent(
  database: LibraryDatabase,
  id: string,
  name: string,
): Promise<AgentSummary | undefined> {
  const opened = await readAgent(database, id)
  if (opened === undefined) return undefined
  const { stepCount, outline, untrusted } = opened.summary
  return createAgent(database, { name, text: opened.text, stepCount, outline }, untrusted ?? false)
}

export async function setTrashed(database: LibraryDatabase, id: string, trashed: boolean): Promise<void> {
  await changeSummary(database, id, ({ trashedAt: _, ...summary }) =>
    trashed ? { ...summary, trashedAt: Date.now() } : summary,
  )
}

/** Whether the agent may run without asking first. */
export async function setTrust(database: LibraryDatabase, id: string, trusted: boolean): Promise<void> {
  await changeSummary(database, id, ({ untrusted: _, ...summary }) =>
    trusted ? summary : { ...summary, untrusted: true },
  )
}

/** Deletes an agent with everything that belongs to it but its runs. */
export async function purgeAgent(database: LibraryDatabase, id: string): Promise<void> {
  const transaction = database.transaction(agentStores, 'readwrite')
  await completeTransaction(transaction, [
    () => transaction.objectStore('summaries').delete(id),
    () => transaction.objectStore('documents').delete(id),
    () => transaction.objectStore('histories').delete(id),
    () => transaction.objectStore('versions').delete(versionsOf(id)),
  ])
}

async function changeSummary(
  database: LibraryDatabase,
  id: string,
  change: (summary: AgentSummary) => AgentSummary,
): Promise<void> {
  const transaction = database.transaction('summaries', 'readwrite')
  const found = await transaction.store.get(id)
  await completeTransaction(transaction, [() => found && transaction.store.put(change(found))])
}

async function keepVersion(store: VersionStore, before: AgentRecord, at: number): Promise<void> {
  const versions = await store.getAll(versionsOf(before.id))
  const last = versions.at(-1)
  const isNewDay = new Date(at).toDateString() !== new Date().toDateString()
  if (!isNewDay && last !== undefined && Math.abs(at - last.at) < VERSION_EVERY_MS) return
  const version: AgentVersion = { ...before, at, ...(isNewDay ? { reason: { kind: 'daily' } } : {}) }
  const kept = new Set(keptVersions([...versions, version]).map(({ rev }) => rev))
  await store.put(version)
  await Promise.all(versions.filter(({ rev }) => !kept.has(rev)).map(({ rev }) => store.delete([before.id, rev])))
}

function toSummary(
  { name, stepCount, outline }: AgentDraft,
  { id, rev }: { readonly id: string; readonly rev: number },
  untrusted: boolean | undefined,
): AgentSummary {
  return { id, name, rev, updatedAt: Date.now(), stepCount, outline, ...(untrusted ? { untrusted } : {}) }
}
