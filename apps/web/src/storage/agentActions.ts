import { type AgentConfig, parseAgentConfig, setName } from '@petal/core/model'
import type { AgentSummary } from './LibrarySchema.ts'
import { toAgentDraft } from './toAgentDraft.ts'
import { createStorageError } from './toStorageError.ts'
import type { Workspace } from './Workspace.ts'

/** Puts an agent into the trash. If it is the open one, another is opened first. */
export async function trashAgent(workspace: Workspace, id: string): Promise<void> {
  if (workspace.openId === id) await workspace.openAnother(id)
  await workspace.library.setTrashed(id, true)
  workspace.listChanged()
}

export async function restoreAgent(workspace: Workspace, id: string): Promise<void> {
  await workspace.library.setTrashed(id, false)
  workspace.listChanged()
}

/** Writes a readable text over a damaged one, and opens it. The damaged text is kept as an earlier version. */
export async function mendAgent(workspace: Workspace, id: string, config: AgentConfig): Promise<void> {
  const found = await workspace.library.read(id)
  const draft = toAgentDraft(config, workspace.registry)
  await workspace.library.save({ ...draft, id, baseRev: found?.summary.rev ?? 0 })
  workspace.listChanged()
  await workspace.open(id)
}

/** Deletes an agent for good. */
export async function purgeAgent(workspace: Workspace, id: string): Promise<void> {
  await workspace.library.purge(id)
  workspace.listChanged()
}

/** Copies an agent. What is open stays open. A text that cannot be read here is copied as it is. */
export async function duplicateAgent(workspace: Workspace, summary: AgentSummary): Promise<void> {
  const { library, registry } = workspace
  await workspace.save()
  const found = await library.read(summary.id)
  if (found === undefined) throw createStorageError('storage.damaged')
  const parsed = parseAgentConfig(found.text)
  const name = copyName(summary.name, await library.list())
  const { untrusted = false } = found.summary
  if (parsed.ok) await library.create(toAgentDraft(setName(parsed.config, name), registry), { untrusted })
  else await library.duplicate(summary.id, name)
  workspace.listChanged()
}

/** Renames an agent that is not open; the open one is renamed in the editor, where it can be undone. */
export async function renameAgent(workspace: Workspace, id: string, name: string): Promise<void> {
  const found = await workspace.library.read(id)
  const parsed = parseAgentConfig(found?.text ?? '')
  if (found === undefined || !parsed.ok) throw createStorageError('storage.damaged')
  const draft = toAgentDraft(setName(parsed.config, name), workspace.registry)
  const saved = await workspace.library.save({ ...draft, id, baseRev: found.summary.rev })
  if (!saved.ok) throw createStorageError('storage.conflict')
  workspace.listChanged()
}

/** `Greeter (copy)`, `Greeter (copy 2)` …: of a copy too, so that names do not grow. */
function copyName(name: string, agents: readonly AgentSummary[]): string {
  const stem = name.replace(/ \(copy(?: \d+)?\)$/, '')
  const inUse = agents.filter(({ trashedAt }) => trashedAt === undefined)
  const taken = new Set(inUse.map((agent) => agent.name))
  let copy = `${stem} (copy)`
  for (let count = 2; taken.has(copy); count += 1) copy = `${stem} (copy ${count})`
  return copy
}

const TRASH_KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Deletes what has been in the trash for thirty days. */
export async function emptyOldTrash(workspace: Workspace, now: number): Promise<void> {
  const agents = await workspace.library.list()
  const old = agents.filter(({ trashedAt }) => trashedAt !== undefined && now - trashedAt > TRASH_KEPT_MS)
  await Promise.all(old.map(({ id }) => workspace.library.purge(id)))
}
