import type { RunState } from '@petal/core/model'
import { ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Braces } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { compareStates } from './compareStates.ts'
import { FieldChanges } from './FieldChanges.tsx'
import { listMoments } from './listMoments.ts'
import { MomentRow } from './MomentRow.tsx'
import { NoRunYet } from './NoRunYet.tsx'
import { useMoment } from './useMoment.ts'

/** The state after each step, with what that step changed. */
export function StateTab() {
  const run = useEditor(selectRun)
  if (run === undefined) {
    return (
      <NoRunYet icon={<Braces />}>
        {t('Here you can look at the state after every step, and at what that step changed.')}
      </NoRunYet>
    )
  }
  return <RunStates run={run} />
}

function RunStates({ run }: { readonly run: RunState }) {
  const { momentId, choose, chooseMoment } = useMoment()
  const moments = listMoments(run)
  // What happened within a called agent is not where the run stands.
  const newest = moments.findLast(({ execution, edit }) => ((execution ?? edit)?.path ?? []).length === 0)
  const shown = moments.find(({ id }) => id === momentId) ?? newest
  if (shown === undefined) return null
  return (
    <div className="flex h-full min-h-0">
      <ScrollArea className="w-64 shrink-0 @max-xl:w-2/5 border-line border-r py-1" aria-label={t('Moments')}>
        <ol>
          {moments.map((moment) => (
            <li key={moment.id}>
              <MomentRow
                execution={moment.execution}
                isEdit={moment.edit !== undefined}
                chosen={moment.id === shown.id}
                onChoose={() => (moment.execution === undefined ? chooseMoment(moment.id) : choose(moment.execution))}
              />
            </li>
          ))}
        </ol>
      </ScrollArea>
      <ScrollArea className="min-w-0 flex-1 p-3" aria-label={t('State')}>
        <FieldChanges changes={compareStates(shown.before, shown.after)} />
        {Object.keys(shown.after).length === 0 ? (
          <p className="text-ink-faint">{t('The state is empty at this moment.')}</p>
        ) : null}
      </ScrollArea>
    </div>
  )
}
