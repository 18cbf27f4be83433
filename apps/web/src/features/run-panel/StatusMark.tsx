import type { StepRunStatus } from '@petal/core/model'
import { cn, Spinner } from '@petal/ui'
import { Ban, CircleCheck, CircleDashed, CircleX, Hand } from 'lucide-react'

const looks = {
  ended: { icon: CircleCheck, color: 'text-ok', label: 'Done' },
  failed: { icon: CircleX, color: 'text-danger', label: 'Failed' },
  stopped: { icon: Ban, color: 'text-ink-faint', label: 'Stopped' },
  waiting: { icon: Hand, color: 'text-human', label: 'Waiting for you' },
  skipped: { icon: CircleDashed, color: 'text-ink-faint', label: 'Not run' },
} as const

/** How a step or an execution stands, as a small picture with its words for screen readers. */
export function StatusMark({ status, className }: { readonly status: StepRunStatus; readonly className?: string }) {
  if (status === 'running') return <Spinner label="Running" className={cn('size-3.5 text-accent', className)} />
  const { icon: Icon, color, label } = looks[status]
  return <Icon role="img" aria-label={label} className={cn('size-3.5 shrink-0', color, className)} />
}
