import type { Json } from '@petal/core/model'
import { Badge, type Tone } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { dragsField } from '../../look/draggedField.ts'
import type { FieldChange } from './compareStates.ts'
import { ValueView } from './ValueView.tsx'

const marks: Readonly<Record<FieldChange['kind'], { readonly label: string; readonly tone: Tone } | undefined>> = {
  same: undefined,
  added: { label: msg('new'), tone: 'ok' },
  changed: { label: msg('changed'), tone: 'accent' },
  grown: { label: msg('grown'), tone: 'accent' },
  removed: { label: msg('removed'), tone: 'danger' },
}

/** The fields of a state, with what became of each. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  return (
    <dl className="flex flex-col divide-y divide-line">
      {changes.map((change) => (
        <div key={change.name} className="flex flex-col gap-1 py-2 first:pt-0">
          <dt className="flex items-center gap-2 font-mono text-ink-soft text-sm">
            <span {...dragsField(change.name)} title={t('Drag it into a prompt')} className="cursor-grab">
              {change.name}
            </span>
            <Mark change={change} />
          </dt>
          <dd className="flex flex-col gap-1">
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Mark({ change }: { readonly change: FieldChange }) {
  const mark = marks[change.kind]
  if (mark === undefined) return null
  const grown = change.kind === 'grown' ? lengthOf(change.after) - lengthOf(change.before) : undefined
  return <Badge tone={mark.tone}>{grown === undefined ? t(mark.label) : `+${grown}`}</Badge>
}

function Change({ change: { kind, before, after } }: { readonly change: FieldChange }) {
  if (kind === 'grown' && Array.isArray(after)) {
    return (
      <>
        {after.slice(lengthOf(before)).map((item, index) => (
          // New items have no identity but their place at the end of the list.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ValueView key={index} value={item} />
        ))}
      </>
    )
  }
  return (
    <>
      {kind === 'changed' && before !== undefined ? (
        <div className="border-line border-l-2 pl-2 text-ink-faint line-through decoration-ink-faint/40 [&_pre]:text-ink-faint">
          <ValueView value={before} />
        </div>
      ) : null}
      {after === undefined ? null : <ValueView value={after} />}
    </>
  )
}

function lengthOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0
}
