import type { RunState, StepExecution } from '@petal/core/model'
import { Button, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId } from 'react'
import { useEditor } from '../../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../../editor/selectors.ts'
import { useRunController } from '../../../runner/RunContext.tsx'
import { toOrigin } from '../../../runner/toOrigin.ts'
import { useGivenOutput } from './useGivenOutput.ts'

interface WaysOnProps {
  readonly run: RunState
  readonly execution: StepExecution
}

/** How to go on from a step that failed: the same again, with another state, or with an output in its place. */
export function WaysOn({ run, execution }: WaysOnProps) {
  const controller = useRunController()
  const agent = useEditor(selectFileAgent)
  const { executionId } = execution
  const { isNothing } = useGivenOutput(execution.stepId)
  const reasonId = useId()
  const retry = () => {
    const origin = toOrigin(run, execution, agent)
    if (origin.ok) controller.startFrom(run.input, origin.origin)
    else toast.error(origin.reason)
  }
  return (
    <>
      <Button size="sm" variant="primary" onClick={retry}>
        {t('Retry from here')}
      </Button>
      <Button size="sm" onClick={() => controller.fork.setState({ executionId, asks: 'state' })}>
        {t('Edit and retry')}
      </Button>
      <Button
        size="sm"
        disabled={isNothing}
        {...(isNothing ? { 'aria-describedby': reasonId } : {})}
        onClick={() => controller.fork.setState({ executionId, asks: 'output' })}
      >
        {t('Give its output and continue')}
      </Button>
      {isNothing ? (
        <p id={reasonId} className="self-center text-ink-soft text-sm">
          {t('It writes no field: there is no output to give.')}
        </p>
      ) : null}
    </>
  )
}
