import type { StepRunStatus } from '@petal/core/model'
import { plural } from '@petal/ui/language'
import { TriangleAlert } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { problemPlace } from '../../editor/createPlanner.ts'
import { useEditor, useJudgement } from '../../editor/EditorContext.tsx'
import type { Group } from '../../editor/groups.ts'
import { listMistakes } from '../../editor/listMistakes.ts'
import { selectFocus, selectStepRun } from '../../editor/selectors.ts'
import { StatusIcon } from '../../look/StatusIcon.tsx'

/** What stands out of several comes first. */
const byWeight: readonly StepRunStatus[] = ['failed', 'waiting', 'running', 'stopped', 'ended', 'skipped']

/** What is hidden in a collapsed group and must not be overlooked: problems, and how its steps stand in the run. */
export function GroupSummary({ group: { stepIds } }: { readonly group: Group }) {
  const focus = useEditor(selectFocus)
  const mistakes = useJudgement(
    useShallow(({ byStep }) => listMistakes(stepIds.flatMap((id) => byStep.get(problemPlace(focus, id)) ?? []))),
  )
  const statuses = useEditor(useShallow((state) => stepIds.map((id) => selectStepRun(state, id)?.status)))
  const status = byWeight.find((one) => statuses.includes(one))
  const hasErrors = mistakes.some(({ severity }) => severity === 'error')
  return (
    <span className="ml-auto flex items-center gap-1.5">
      {mistakes.length === 0 ? null : (
        <span
          className={hasErrors ? 'flex items-center gap-1 text-danger' : 'flex items-center gap-1 text-warn'}
          title={mistakes.map(({ message }) => message).join('\n')}
        >
          <TriangleAlert aria-label={plural(mistakes.length, 'One problem', '{count} problems')} className="size-3.5" />
          {mistakes.length}
        </span>
      )}
      {status === undefined ? null : <StatusIcon status={status} />}
    </span>
  )
}
