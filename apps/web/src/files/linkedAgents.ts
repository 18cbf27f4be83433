import type { AgentFilesParts } from './AgentFilesParts.ts'
import type { FileLink } from './fileDatabase.ts'

type Stores = Pick<AgentFilesParts, 'workspace' | 'database'>

/** Of an agent that was deleted for good nothing stays here, either. */
export async function forgetDeleted({ database, workspace }: Stores): Promise<void> {
  for (const { agentId } of await database.listLinks()) {
    if ((await workspace.library.read(agentId)) === undefined) await database.removeLink(agentId)
  }
}

/** The link of the agent that a file is known for; one whose agent is gone is forgotten. */
export async function findAgent(
  { database, workspace }: Stores,
  handle: FileSystemFileHandle,
): Promise<FileLink | undefined> {
  const links = await database.listLinks()
  for (const link of links) {
    if (!(await link.handle.isSameEntry(handle))) continue
    const found = await workspace.library.read(link.agentId)
    if (found !== undefined && found.summary.trashedAt === undefined) return link
    await database.removeLink(link.agentId)
  }
  return undefined
}
