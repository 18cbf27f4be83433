import type { StepExecution } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { GitBranch } from 'lucide-react'
import { useRunActivity, useRunController } from '../../../runner/RunContext.tsx'

/** Prepares a new run that begins where this execution did. */
export function ForkButton({ execution }: { readonly execution: StepExecution }) {
  const { fork } = useRunController()
  const { status } = useRunActivity()
  return (
    <Button
      size="sm"
      icon={<GitBranch />}
      disabled={status !== 'idle'}
      onClick={() => fork.setState({ executionId: execution.executionId })}
    >
      {t('Run again from here')}
    </Button>
  )
}
