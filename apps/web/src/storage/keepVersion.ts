import type { AgentConfig } from '@petal/core/model'
import type { AgentVersion } from './LibrarySchema.ts'
import { toAgentDraft } from './toAgentDraft.ts'
import { toStorageError } from './toStorageError.ts'
import type { Workspace } from './Workspace.ts'

/** Keeps an agent as a version of the open one. On a full store our own records of runs go first. */
export async function keepVersion(
  { library, openId, registry }: Workspace,
  config: AgentConfig,
  why: Pick<AgentVersion, 'reason' | 'name'>,
): Promise<void> {
  if (openId === undefined) return
  const { text } = toAgentDraft(config, registry)
  const version = { id: openId, at: Date.now(), text, ...why }
  const versions = await library.openVersions()
  try {
    await versions.keep(version)
  } catch (fault) {
    if (toStorageError(fault).code !== 'storage.quota') throw fault
    await library.runs.clear()
    await versions.keep(version)
  }
}
