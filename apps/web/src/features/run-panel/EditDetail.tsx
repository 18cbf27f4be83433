import { ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { compareStates } from './compareStates.ts'
import { FieldChanges } from './FieldChanges.tsx'
import type { Moment } from './listMoments.ts'

/** What a person changed in the state. */
export function EditDetail({ moment }: { readonly moment: Moment }) {
  const changes = compareStates(moment.before, moment.after).filter(({ kind }) => kind !== 'same')
  return (
    <ScrollArea
      className="focus-ring flex w-2/5 min-w-64 shrink-0 flex-col gap-3 border-line border-l p-3 @max-lg:h-1/2 @max-lg:w-full @max-lg:border-t @max-lg:border-l-0"
      tabIndex={0}
      aria-label={t('Edited by a person')}
    >
      {changes.length === 0 ? (
        <p className="text-ink-faint">{t('It changed nothing in the state.')}</p>
      ) : (
        <FieldChanges changes={changes} />
      )}
    </ScrollArea>
  )
}
