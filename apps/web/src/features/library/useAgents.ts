import type { Problem } from '@petal/core/model'
import { useEffect, useState } from 'react'
import { findUnreadable } from '../../storage/findUnreadable.ts'
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

/** Which of the listed agents cannot be opened, and why. Looked at once the list is there. */
export function useUnreadable(agents: readonly AgentSummary[]): ReadonlyMap<string, Problem> {
  const { library } = useWorkspace()
  const [unreadable, setUnreadable] = useState<ReadonlyMap<string, Problem>>(new Map())
  const revisions = agents.map(({ id, rev }) => `${id}:${rev}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revisions say when there is something new to read
  useEffect(() => {
    let current = true
    const ids = agents.map(({ id }) => id)
    reportFault(findUnreadable(library, ids).then((found) => current && setUnreadable(found)))
    return () => {
      current = false
    }
  }, [library, revisions])
  return unreadable
}
