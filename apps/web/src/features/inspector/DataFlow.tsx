import { t } from '@petal/ui/language'
import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { dragsField } from '../../look/draggedField.ts'

interface DataFlowProps {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

/** Which state fields a step takes and gives. A click goes to the field. */
export function DataFlow({ reads, writes }: DataFlowProps) {
  if (reads.length === 0 && writes.length === 0) return null
  return (
    <div className="flex flex-col gap-2 border-line border-t px-4 py-3">
      <Line icon={<ArrowDownToLine />} label={t('Reads')} names={reads} />
      <Line icon={<ArrowUpFromLine />} label={t('Writes')} names={writes} />
    </div>
  )
}

interface LineProps {
  readonly icon: ReactNode
  readonly label: string
  readonly names: readonly string[]
}

function Line({ icon, label, names }: LineProps) {
  const actions = useActions()
  if (names.length === 0) return null
  const unique = [...new Set(names)]
  return (
    <div className="flex items-start gap-2 text-sm leading-5">
      <span className="flex w-14 shrink-0 items-center gap-1 text-ink-faint [&_svg]:size-3">
        {icon}
        {label}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap gap-1">
        {unique.map((name) => (
          <button
            key={name}
            type="button"
            title={t('Show {name} in the state, or drag it into a prompt', { name })}
            {...dragsField(name)}
            onClick={() => {
              actions.focusField(`stateType.fields.${name}`)
              actions.showSide('state')
            }}
            className="focus-ring rounded-sm bg-hover px-1.5 font-mono text-ink-soft text-xs leading-5 hover:bg-pressed hover:text-ink pointer-coarse:min-h-7 pointer-coarse:px-2.5"
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}
