import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { RunActivity, RunController } from './createRunController.ts'

const RunContext = createContext<RunController | undefined>(undefined)

/** Gives the parts below one run controller. */
export function RunProvider({
  controller,
  children,
}: {
  readonly controller: RunController
  readonly children: ReactNode
}) {
  return <RunContext value={controller}>{children}</RunContext>
}

/** The controller's verbs, and how it stands. */
export function useRun(): RunController & RunActivity {
  const controller = useContext(RunContext)
  if (controller === undefined) throw new Error('useRun needs a RunProvider above it.')
  const activity = useStore(controller.activity)
  return { ...controller, ...activity }
}
