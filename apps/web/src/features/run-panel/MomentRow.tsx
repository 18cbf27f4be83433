import type { StepExecution } from '@petal/core/model'
import { Badge, cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PencilLine, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { StepIcon } from '../../look/StepIcon.tsx'
import { PassedThrough } from './PassedThrough.tsx'
import { StatusMark } from './StatusMark.tsx'
import { useStepLook } from './useStepLook.ts'

interface MomentRowProps {
  /** Undefined for the start of the run, and for an edit. */
  readonly execution: StepExecution | undefined
  readonly isEdit?: boolean
  readonly chosen: boolean
  readonly trailing?: ReactNode
  onChoose(): void
}

/** One line of a list of moments. */
export function MomentRow({ execution, isEdit = false, chosen, trailing, onChoose }: MomentRowProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={cn(
        'focus-ring flex h-7 w-full items-center gap-2 px-3 text-left text-ink hover:bg-hover',
        chosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      {isEdit ? <EditLabel /> : execution === undefined ? <StartLabel /> : <ExecutionLabel execution={execution} />}
      {trailing}
    </button>
  )
}

function StartLabel() {
  return (
    <>
      <span className="flex size-5 items-center justify-center rounded-sm bg-pressed text-ink-soft">
        <Play aria-hidden className="size-3" />
      </span>
      {t('Start')}
    </>
  )
}

function EditLabel() {
  return (
    <>
      <span className="flex size-5 items-center justify-center rounded-sm bg-human-soft text-human">
        <PencilLine aria-hidden className="size-3" />
      </span>
      {t('Edited by a person')}
    </>
  )
}

function ExecutionLabel({ execution }: { readonly execution: StepExecution }) {
  const { icon, category } = useStepLook(execution)
  return (
    <>
      <span className="shrink-0" style={{ paddingLeft: execution.path.length * 16 }}>
        <StepIcon icon={icon} category={category} size="sm" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        {execution.nodeName}
        <PassedThrough execution={execution} />
        {execution.key === undefined ? null : <span className="ml-2 text-ink-faint text-xs">{execution.key}</span>}
      </span>
      {execution.iteration > 1 ? <Badge>{execution.iteration}</Badge> : null}
      <StatusMark status={execution.status} />
    </>
  )
}
