import type { StepRunStatus } from '@petal/core/model'
import { Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, Hand } from 'lucide-react'

/** How a step stands in the run, as a sign with its word. */
export function StatusIcon({ status }: { readonly status: StepRunStatus }) {
  switch (status) {
    case 'running':
      return <Spinner className="size-4 text-accent" />
    case 'ended':
      return <CircleCheck aria-label={t('Done')} className="size-4 text-ok" />
    case 'failed':
      return <CircleAlert aria-label={t('Failed')} className="size-4 text-danger" />
    case 'waiting':
      return <Hand aria-label={t('Waits for you')} className="size-4 text-human" />
    case 'skipped':
      return <CircleDashed aria-label={t('Not run')} className="size-4" />
    case 'stopped':
      return <CircleSlash aria-label={t('Stopped')} className="size-4" />
  }
}
