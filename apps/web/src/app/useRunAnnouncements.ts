import type { RunState } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { useEffect, useRef } from 'react'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import { selectRun } from '../editor/selectors.ts'

/** How a run goes on, for who does not see it. A run that fails says so by its card. */
const words: Partial<Readonly<Record<RunState['status'], string>>> = {
  running: msg('The run has begun'),
  paused: msg('The run waits for you'),
  ended: msg('The run is done'),
  cancelled: msg('The run was stopped'),
}

/** Tells screen readers when the run on screen begins, waits and ends; not when an earlier one is only shown again. */
export function useRunAnnouncements(): void {
  const { announce } = useActions()
  const runId = useEditor((state) => selectRun(state)?.runId)
  const status = useEditor((state) => selectRun(state)?.status)
  const before = useRef({ runId, status })
  useEffect(() => {
    const last = before.current
    before.current = { runId, status }
    if (status === undefined || (last.runId === runId && last.status === status)) return
    const isLive = status === 'running' || (last.runId === runId && last.status !== undefined)
    const said = words[status]
    if (isLive && said !== undefined) announce(t(said))
  }, [announce, runId, status])
}
