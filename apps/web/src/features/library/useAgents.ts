import { useEffect, useState } from 'react'
import type { AgentSummary } from '../../storage/LibrarySchema.ts'
import { useWorkspace, useWorkspaceState } from '../../storage/WorkspaceContext.tsx'
import { reportFault } from './reportProblem.ts'

/** The stored agents, newest first, and what is in the trash; follows every change, of other tabs too. */
export function useAgents(): { readonly agents: readonly AgentSummary[]; readonly trashed: readonly AgentSummary[] } {
  const { library } = useWorkspace()
  const revision = useWorkspaceState((state) => state.listRevision)
  const [all, setAll] = useState<readonly AgentSummary[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means that the list is another one
  useEffect(() => {
    let current = true
    reportFault(library.list().then((list) => current && setAll(list)))
    return () => {
      current = false
    }
  }, [library, revision])
  const newestFirst = all.toSorted((a, b) => b.updatedAt - a.updatedAt)
  return {
    agents: newestFirst.filter(({ trashedAt }) => trashedAt === undefined),
    trashed: newestFirst.filter(({ trashedAt }) => trashedAt !== undefined),
  }
}
