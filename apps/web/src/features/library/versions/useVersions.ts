import { useCallback, useEffect, useState } from 'react'
import type { AgentVersion } from '../../../storage/LibrarySchema.ts'
import { toStorageError } from '../../../storage/toStorageError.ts'
import { useWorkspace, useWorkspaceState } from '../../../storage/WorkspaceContext.tsx'

interface Versions {
  /** Newest first; undefined until they are read. */
  readonly versions: readonly AgentVersion[] | undefined
  /** Why they cannot be read. */
  readonly problem: string | undefined
  reload(): Promise<void>
}

/** The kept versions of an agent, read again whenever an agent was saved. */
export function useVersions(agentId: string): Versions {
  const { library } = useWorkspace()
  const saves = useWorkspaceState((state) => state.listRevision)
  const [versions, setVersions] = useState<readonly AgentVersion[]>()
  const [problem, setProblem] = useState<string>()
  const reload = useCallback(async () => {
    try {
      const store = await library.openVersions()
      setVersions(await store.list(agentId))
      setProblem(undefined)
    } catch (fault) {
      setProblem(toStorageError(fault).wording.said)
    }
  }, [library, agentId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may have kept another version
  useEffect(() => void reload(), [reload, saves])
  return { versions, problem, reload }
}
