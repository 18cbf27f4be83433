import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { RunActivity } from './RunActivity.ts'
import type { RunController } from './RunController.ts'

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

/** The controller itself, for handlers: `start`, `stop`, `resume`. Throws outside of a `RunProvider`. */
export function useRunController(): RunController {
  const controller = useContext(RunContext)
  if (controller === undefined) throw new Error('There is no run controller here: wrap this part in a RunProvider.')
  return controller
}

/** What the Run button and the panel need to know beside the run's own state. */
export function useRunActivity(): RunActivity {
  return useStore(useRunController().activity)
}
