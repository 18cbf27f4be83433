import type { Json, MergeConflict, MergeSide } from '@petal/core/model'
import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId } from 'react'
import { describeEnd } from './describeEnd.ts'
import { describeSetting, describeThing } from './describeSetting.ts'
import { listChanges } from './listChanges.ts'
import { ValueChange } from './ValueChange.tsx'

interface ConflictChoiceProps {
  readonly conflict: MergeConflict
  /** What people call the other side. */
  readonly theirs: string
  readonly chosen: MergeSide | undefined
  onChoose(side: MergeSide): void
}

/** One thing that both sides made another thing of, each with the words that differ from what it was, to choose from. */
export function ConflictChoice({ conflict, theirs, chosen, onChoose }: ConflictChoiceProps) {
  const name = useId()
  const { agentId, part, exit } = conflict
  const setting = labelOf(conflict)
  return (
    <fieldset className="min-w-0">
      <legend dir="auto" className="wrap-anywhere mb-1.5 text-ink">
        <span className="font-medium">{describeThing(conflict)}</span>
        {setting === '' ? null : <span className="text-ink-soft"> · {setting}</span>}
        {agentId === undefined || part === 'agent' ? null : (
          <span className="text-ink-faint"> {t('· in the agent {agentId}', { agentId })}</span>
        )}
        {exit === undefined ? null : <span className="text-ink-faint"> {t('· exit {exit}', { exit })}</span>}
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <label
            key={side}
            className={cn(
              'flex min-w-0 cursor-pointer gap-2 rounded-md border border-line bg-surface px-2.5 py-2 hover:bg-hover',
              // Apart from the frame: what has the focus is not chosen by that.
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              chosen === side && 'border-accent bg-accent-soft hover:bg-accent-soft',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              className="mt-1 shrink-0 accent-accent outline-none"
            />
            <span className="block min-w-0 flex-1">
              <span className="block font-medium text-ink-soft text-sm">{side === 'mine' ? t('Mine') : theirs}</span>
              <span className="block max-h-64 overflow-y-auto">
                <SideValue conflict={conflict} value={conflict[side]} />
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function SideValue({ conflict, value }: { readonly conflict: MergeConflict; readonly value: Json | undefined }) {
  if (value === undefined)
    return <span className="text-danger">{conflict.part === 'setting' ? t('Not set') : t('Deleted')}</span>
  const isEnd = leadsTo(conflict)
  const changes = listChanges(conflict.base, value)
  if (changes.length === 0) return <span className="text-ink">{t('Kept as it was')}</span>
  return changes.map(({ setting, before, after }) => (
    <span key={setting.join('.')} className="mb-1 block">
      {setting.length === 0 ? null : (
        <span className="block text-ink-faint text-xs">{describeSetting(setting, conflict.setting)}</span>
      )}
      <ValueChange
        before={isEnd ? describeEnd(before) : before}
        after={isEnd ? describeEnd(after) : after}
        isText={conflict.isText && setting.length === 0}
      />
    </span>
  ))
}

/** Whether it is about where an edge leads. */
function leadsTo({ part, setting }: MergeConflict): boolean {
  return part === 'edge' && setting[0] === 'to'
}

function labelOf(conflict: MergeConflict): string {
  const { setting, kind } = conflict
  if (leadsTo(conflict)) return t('leads to')
  if (kind === 'sameName') return t('made by both')
  return describeSetting(setting)
}
