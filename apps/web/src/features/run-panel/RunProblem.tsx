import type { Problem, RunState, StepExecution } from '@petal/core/model'
import { Button, Disclosure, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleX } from 'lucide-react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { useKeyring } from '../../storage/KeyringContext.tsx'
import { FailedInput } from './FailedInput.tsx'
import { FirstLine } from './FirstLine.tsx'
import { WaysOn } from './fork/WaysOn.tsx'
import { ModelToBring } from './ModelToBring.tsx'
import { ProblemCause } from './ProblemCause.tsx'
import { ProblemFacts } from './ProblemFacts.tsx'
import { toReport } from './toReport.ts'

/** Why the run failed: in plain words, with the cause, the provider's own words and the ways out. */
export function RunProblem({ run }: { readonly run: RunState }) {
  const problem = run.problems.at(-1)
  return run.status === 'failed' && problem !== undefined ? (
    <ProblemCard key={run.runId} run={run} problem={problem} />
  ) : null
}

function ProblemCard({ run, problem }: { readonly run: RunState; readonly problem: Problem }) {
  const execution = run.executions.findLast(
    ({ stepId, status, path }) => stepId === problem.stepId && status === 'failed' && path.length === 0,
  )
  return (
    <FirstLine className="scroll-mt-2">
      <section
        role="alert"
        aria-label={t('Problem')}
        className="rounded-lg border border-danger-line bg-danger-soft p-3"
      >
        <div className="flex items-start gap-2.5">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <p dir="auto" className="break-words font-medium text-ink">
              {execution === undefined ? '' : `${execution.nodeName}: `}
              {t(problem.message)}
            </p>
            <ProblemFacts problem={problem} />
            <ModelToBring problem={problem} />
            <WaysOut problem={problem} run={run} execution={execution} />
            <ProblemCause problem={problem} />
            {execution === undefined ? null : (
              <Disclosure title={t('What the step was given')}>
                <FailedInput execution={execution} />
              </Disclosure>
            )}
          </div>
        </div>
      </section>
    </FirstLine>
  )
}

interface WaysOutProps {
  readonly problem: Problem
  readonly run: RunState
  /** The execution that failed; none when the run itself did. */
  readonly execution: StepExecution | undefined
}

function WaysOut({ problem, run, execution }: WaysOutProps) {
  const controller = useRunController()
  const keyring = useKeyring()
  const { focusField, setDialog } = useActions()
  const agentName = useEditor((state) => selectFileAgent(state).name ?? t('Untitled agent'))
  const needsKey = problem.code === 'provider.auth' || problem.code.startsWith('secret.')
  const copy = async () => {
    await navigator.clipboard.writeText(toReport(problem, run, { agentName, secrets: keyring.secrets() }))
    toast.success(t('Report copied. It holds no inputs, prompts or keys.'))
  }
  return (
    <div className="flex flex-wrap gap-2">
      {execution === undefined ? null : <WaysOn run={run} execution={execution} />}
      <Button
        size="sm"
        variant={execution === undefined ? 'primary' : 'secondary'}
        onClick={() => controller.start(run.input)}
      >
        {t('Run again')}
      </Button>
      {problem.stepId === undefined ? null : (
        <Button size="sm" onClick={() => focusField(problem.path ?? 'config', problem.stepId)}>
          {t('Edit the step')}
        </Button>
      )}
      {needsKey ? (
        <Button size="sm" onClick={() => setDialog('keys')}>
          {t('Change the key')}
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" onClick={copy}>
        {t('Copy report')}
      </Button>
    </div>
  )
}
