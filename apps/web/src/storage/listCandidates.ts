import type { Library } from './Library.ts'

/** Ids to open, in this order: what the address names, what was open last time, the others, newest first. */
export async function listCandidates(
  library: Library,
  named: string | undefined,
  lastSetting: string,
): Promise<readonly string[]> {
  const [last, agents] = await Promise.all([library.getSetting(lastSetting), library.list()])
  const inUse = agents.filter(({ trashedAt }) => trashedAt === undefined).sort((a, b) => b.updatedAt - a.updatedAt)
  const ids = inUse.map(({ id }) => id)
  return [...new Set([named ?? [], ids.filter((id) => id === last), ids].flat())]
}
