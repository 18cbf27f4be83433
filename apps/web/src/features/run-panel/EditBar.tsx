import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PencilLine } from 'lucide-react'
import { compareStates } from './compareStates.ts'
import type { Moment } from './listMoments.ts'
import { useMoment } from './useMoment.ts'

/** The row of the timeline at which a person wrote over the state. */
export function EditBar({ moment }: { readonly moment: Moment }) {
  const { momentId, chooseMoment } = useMoment()
  const chosen = momentId === moment.id
  const names = compareStates(moment.before, moment.after).filter(({ kind }) => kind !== 'same')
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => chooseMoment(moment.id)}
        className={cn(
          'focus-ring flex h-8 w-full items-center gap-2 px-3 text-left hover:bg-hover',
          chosen && 'bg-accent-soft hover:bg-accent-soft',
        )}
      >
        <span className="ml-3 flex size-5 shrink-0 items-center justify-center rounded-sm bg-human-soft text-human">
          <PencilLine aria-hidden className="size-3" />
        </span>
        <span className="shrink-0 text-ink">{t('Edited by a person')}</span>
        <span className="truncate font-mono text-ink-soft text-sm">{names.map(({ name }) => name).join(', ')}</span>
      </button>
    </li>
  )
}
