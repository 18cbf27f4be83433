import type { StepRunStatus } from '@petal/core/model'
import { cn, Spinner } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { Ban, CircleCheck, CircleDashed, CircleX, Hand } from 'lucide-react'

const looks = {
  ended: { icon: CircleCheck, color: 'text-ok', label: msg('Done') },
  failed: { icon: CircleX, color: 'text-danger', label: msg('Failed') },
  stopped: { icon: Ban, color: 'text-ink-faint', label: msg('Stopped') },
  waiting: { icon: Hand, color: 'text-human', label: msg('Waiting for you') },
  skipped: { icon: CircleDashed, color: 'text-ink-faint', label: msg('Not run') },
} as const

/** How a step or an execution stands, as a small picture with its words for screen readers. */
export function StatusMark({ status, className }: { readonly status: StepRunStatus; readonly className?: string }) {
  if (status === 'running') return <Spinner label={t('Running')} className={cn('size-3.5 text-accent', className)} />
  const { icon: Icon, color, label } = looks[status]
  return <Icon role="img" aria-label={t(label)} className={cn('size-3.5 shrink-0', color, className)} />
}
