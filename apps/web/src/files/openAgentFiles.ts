import { AgentFiles } from './AgentFiles.ts'
import type { AgentFilesParts } from './AgentFilesParts.ts'
import { createFileDatabase } from './fileDatabase.ts'

/** The files of this computer, once it is known which of them are open. */
export async function openAgentFiles(parts: Omit<AgentFilesParts, 'database'>): Promise<AgentFiles> {
  const files = new AgentFiles({ ...parts, database: createFileDatabase() })
  await files.start()
  return files
}
