import type { RunState, StepExecution } from '@petal/core/model'
import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useStore } from 'zustand/react'
import { useEditor, usePlan } from '../../../editor/EditorContext.tsx'
import { selectFileAgent, selectRun } from '../../../editor/selectors.ts'
import { useRunController } from '../../../runner/RunContext.tsx'
import { toOrigin } from '../../../runner/toOrigin.ts'
import { FormDialog } from '../FormDialog.tsx'
import { StateFields } from '../state-editor/StateFields.tsx'
import { useStateDraft } from '../state-editor/useStateDraft.ts'
import { OutputDialog } from './OutputDialog.tsx'
import { useStartFrom } from './useStartFrom.ts'

/** Prepares a new run that begins in the middle of the one on screen, with the state as it was then, or written over. */
export function ForkDialog() {
  const { fork } = useRunController()
  const { executionId, asks } = useStore(fork)
  const run = useEditor(selectRun)
  const execution = run?.executions.find((one) => one.executionId === executionId)
  const close = () => fork.setState({ executionId: undefined, asks: 'state' })
  if (run === undefined || execution === undefined) return <GoneDialog onClose={close} />
  if (asks === 'output') return <OutputDialog key={executionId} run={run} execution={execution} onClose={close} />
  return <OpenFork key={executionId} run={run} execution={execution} onClose={close} />
}

function GoneDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Run again from here')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('Close')}
        </Button>
      }
    >
      <p className="text-ink-soft">
        {t(
          'The state of this moment is no longer kept: the run it belongs to is gone. You can run the agent from its start.',
        )}
      </p>
    </Dialog>
  )
}

/** What a dialog about one execution needs. */
interface OpenForkProps {
  readonly run: RunState
  readonly execution: StepExecution
  onClose(): void
}

function OpenFork({ run, execution, onClose }: OpenForkProps) {
  const startFrom = useStartFrom(run, onClose)
  const agent = useEditor(selectFileAgent)
  const plan = usePlan()
  const draft = useStateDraft(plan.ok ? plan.plan : agent, execution.stateBefore)
  const found = toOrigin(run, execution, agent)
  const begin = () => {
    const edit = draft.read()
    const origin = edit && toOrigin(run, execution, agent, edit)
    if (origin?.ok) startFrom(origin.origin)
  }
  return (
    <FormDialog
      title={t('Run again from {nodeName}', { nodeName: execution.nodeName })}
      description={t('A new run begins here, with the agent as it is on screen. The run you are looking at is kept.')}
      label={t('State it begins with')}
      action={t('Run from here')}
      refusal={found.ok ? undefined : found.reason}
      onSubmit={begin}
      onClose={onClose}
    >
      {found.ok ? <Beside ids={found.origin.stepIds} execution={execution} run={run} /> : null}
      <StateFields draft={draft} />
    </FormDialog>
  )
}

function Beside({
  ids,
  execution,
  run,
}: Pick<OpenForkProps, 'run' | 'execution'> & { readonly ids: readonly string[] }) {
  const others = ids.filter((id) => id !== execution.stepId).map((id) => run.steps[id]?.nodeName ?? id)
  if (others.length === 0) return null
  return (
    <p className="text-ink-soft text-sm">
      {t('{others} ran side by side with it, and runs again too.', { others: others.join(', ') })}
    </p>
  )
}
