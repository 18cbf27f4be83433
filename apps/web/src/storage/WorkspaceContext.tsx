import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { Workspace } from './Workspace.ts'
import type { SaveState, WorkspaceState } from './WorkspaceState.ts'

const WorkspaceContext = createContext<Workspace | undefined>(undefined)

/** Gives the parts below one workspace: the library and the open agent's way into it. */
export function WorkspaceProvider({
  workspace,
  children,
}: {
  readonly workspace: Workspace
  readonly children: ReactNode
}) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
}

/** The workspace itself, for handlers. Throws outside of a `WorkspaceProvider`. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === undefined) throw new Error('There is no workspace here: wrap this part in a WorkspaceProvider.')
  return workspace
}

/** A piece of the workspace's state; renders again only when that piece changes. */
export function useWorkspaceState<Selected>(selector: (state: WorkspaceState) => Selected): Selected {
  return useStore(useWorkspace().state, selector)
}

/** Whether the work on screen is in the store. */
export function useSaveState(): SaveState {
  return useWorkspaceState((state) => state.save)
}
