import { t } from '@petal/ui/language'
import { useActions } from '../../editor/EditorContext.tsx'
import type { FieldUser } from './useFieldUses.ts'

interface UserChipsProps {
  readonly label: string
  readonly users: readonly FieldUser[]
  /** Said when there are none. */
  readonly none: string
}

const most = 8

/** Steps as chips; a click selects one and shows it. */
export function UserChips({ label, users, none }: UserChipsProps) {
  const actions = useActions()
  return (
    <div className="flex items-baseline gap-2 text-sm">
      <span className="w-16 shrink-0 text-ink-faint">{label}</span>
      <div className="flex min-w-0 flex-1 flex-wrap gap-1">
        {users.length === 0 ? <span className="text-ink-faint">{none}</span> : null}
        {users.slice(0, most).map(({ stepId, name }) => (
          <button
            key={stepId}
            type="button"
            title={t('Select the step {stepId}', { stepId })}
            onClick={() => {
              actions.select({ stepIds: [stepId] })
              actions.askCanvas('show', [stepId])
            }}
            className="focus-ring max-w-full truncate rounded-sm bg-hover px-1.5 text-ink-soft leading-5 hover:bg-pressed hover:text-ink"
          >
            {name}
          </button>
        ))}
        {users.length > most ? (
          <span className="text-ink-faint">{t('and {value} more', { value: users.length - most })}</span>
        ) : null}
      </div>
    </div>
  )
}
