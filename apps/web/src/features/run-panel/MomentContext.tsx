import type { StepExecution } from '@petal/core/model'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'

interface ChosenMoment {
  /** The execution's id, `start`, that of an edit, or undefined: then the newest one is shown. */
  readonly momentId: string | undefined
  /** Shows this execution in every tab, and its step on the canvas. */
  choose(execution: StepExecution): void
  /** Shows a moment at which no step ran. */
  chooseMoment(id: string): void
}

const MomentContext = createContext<ChosenMoment>({
  momentId: undefined,
  choose: () => undefined,
  chooseMoment: () => undefined,
})

/** Remembers which moment of the run is being looked at, for all tabs together. A new run forgets it. */
export function MomentProvider({
  runId,
  children,
}: {
  readonly runId: string | undefined
  readonly children: ReactNode
}) {
  const { showExecution } = useActions()
  const [chosen, setChosen] = useState<{ readonly runId: string | undefined; readonly id: string }>()
  const choose = useCallback(
    (execution: StepExecution) => {
      setChosen({ runId, id: execution.executionId })
      showExecution(execution)
    },
    [runId, showExecution],
  )
  const chooseMoment = useCallback((id: string) => setChosen({ runId, id }), [runId])
  const momentId = chosen?.runId === runId ? chosen?.id : undefined
  const value = useMemo(() => ({ momentId, choose, chooseMoment }), [momentId, choose, chooseMoment])
  return <MomentContext value={value}>{children}</MomentContext>
}

export function useMoment(): ChosenMoment {
  return useContext(MomentContext)
}
