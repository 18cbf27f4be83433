import type { RunState, StepRun } from '@petal/core/model'
import { StatusMark } from './StatusMark.tsx'

/** The steps that did not run, and why. */
export function SkippedSteps({ run }: { readonly run: RunState }) {
  const skipped = Object.values(run.steps).filter((step: StepRun) => step.status === 'skipped')
  if (skipped.length === 0 || run.status === 'running') return null
  return (
    <ul className="flex flex-col gap-0.5 text-ink-faint text-sm">
      {skipped.map(({ stepId, nodeName, reason }) => (
        <li key={stepId} className="flex items-center gap-2">
          <StatusMark status="skipped" />
          <span>
            <span className="font-medium text-ink-soft">{nodeName}</span> {reason}
          </span>
        </li>
      ))}
    </ul>
  )
}
