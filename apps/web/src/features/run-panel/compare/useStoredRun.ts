import { type RunState, reduceRun } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useEffect, useState } from 'react'
import { useRunController } from '../../../runner/RunContext.tsx'

/** A stored run as it was; undefined while it is read, or when it cannot be. */
export function useStoredRun(runId: string | undefined): { readonly run?: RunState; readonly problem?: string } {
  const { archive } = useRunController()
  const [read, setRead] = useState<{ readonly id: string; readonly run?: RunState; readonly problem?: string }>()
  useEffect(() => {
    if (runId === undefined) return
    let current = true
    archive.events(runId).then(
      (events) => {
        const run = events.reduce<RunState | undefined>(reduceRun, undefined)
        if (current)
          setRead(run === undefined ? { id: runId, problem: t('Nothing is kept of this run.') } : { id: runId, run })
      },
      () => current && setRead({ id: runId, problem: t('This run could not be read from the browser storage.') }),
    )
    return () => {
      current = false
    }
  }, [archive, runId])
  return read?.id === runId ? (read ?? {}) : {}
}
