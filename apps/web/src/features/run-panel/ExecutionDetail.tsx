import type { StepExecution } from '@petal/core/model'
import { ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CornerDownRight } from 'lucide-react'
import { formatDuration } from '../../look/formatDuration.ts'
import { TextWith } from '../../look/TextWith.tsx'
import { AnswerText } from './AnswerText.tsx'
import { compareStates } from './compareStates.ts'
import { FieldChanges } from './FieldChanges.tsx'
import { FixButton } from './fork/FixButton.tsx'
import { ForkButton } from './fork/ForkButton.tsx'
import { ProblemCause } from './ProblemCause.tsx'
import { ProblemFacts } from './ProblemFacts.tsx'
import { ToolRunView } from './ToolRunView.tsx'

/** One execution: what it said, what it changed, where it went on. */
export function ExecutionDetail({ execution }: { readonly execution: StepExecution }) {
  const { stateBefore, stateAfter, update, text, exit, problem, retries, tools } = execution
  const changes = compareStates(stateBefore, stateAfter ?? { ...stateBefore, ...update })
  const changed = changes.filter(({ kind }) => kind !== 'same')
  return (
    <ScrollArea
      className="flex w-2/5 min-w-64 shrink-0 flex-col gap-3 border-line border-l p-3 @max-lg:h-1/2 @max-lg:w-full @max-lg:border-t @max-lg:border-l-0"
      aria-label={t('Execution of {nodeName}', { nodeName: execution.nodeName })}
    >
      <div className="flex flex-wrap gap-2">
        <ForkButton execution={execution} />
        <FixButton execution={execution} />
      </div>
      {exit === undefined ? null : (
        <p className="flex items-center gap-1.5 text-ink-soft">
          <CornerDownRight aria-hidden className="size-3.5" />
          <span>
            <TextWith
              text={t('Went on by {exit}')}
              parts={{ exit: <span className="font-medium text-ink">{exit}</span> }}
            />
          </span>
        </p>
      )}
      {problem === undefined ? null : (
        <div className="flex flex-col gap-2 rounded-md bg-danger-soft p-2">
          <p className="font-medium text-ink">{t(problem.message)}</p>
          <ProblemFacts problem={problem} />
          <ProblemCause problem={problem} />
        </div>
      )}
      {retries.map(({ attempt, waitMs, problem: cause }) => (
        <p key={attempt} className="rounded-md bg-warn-soft p-2 text-ink text-sm">
          {t('Try {attempt} after {duration}: {message}', {
            attempt,
            duration: formatDuration(waitMs),
            message: cause.message,
          })}
        </p>
      ))}
      {tools.map((tool) => (
        <ToolRunView key={tool.toolCallId} tool={tool} />
      ))}
      {text === '' ? null : <AnswerText text={text} streaming={execution.status === 'running'} />}
      {changed.length === 0 ? (
        <p className="text-ink-faint">
          {execution.disabled ? t('Disabled: passed the state through.') : t('It changed nothing in the state.')}
        </p>
      ) : (
        <FieldChanges changes={changed} />
      )}
    </ScrollArea>
  )
}
