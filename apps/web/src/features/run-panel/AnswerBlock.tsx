import { Badge, cn } from '@petal/ui'
import { CornerDownRight } from 'lucide-react'
import { memo } from 'react'
import { formatDuration } from '../../look/formatDuration.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { AnswerText } from './AnswerText.tsx'
import type { Answer } from './listAnswers.ts'
import { useMoment } from './MomentContext.tsx'
import { StatusMark } from './StatusMark.tsx'
import { useStepLook } from './useStepLook.ts'
import { ValueView } from './ValueView.tsx'

interface AnswerBlockProps {
  readonly answer: Answer
}

/** What one execution said, under the name of its step. */
export const AnswerBlock = memo(function AnswerBlock({ answer }: AnswerBlockProps) {
  const { execution, text, values } = answer
  const streaming = execution.status === 'running'
  return (
    <article aria-label={execution.nodeName} aria-busy={streaming} className="flex flex-col gap-1.5">
      <BlockHeader answer={answer} />
      {text === '' ? null : <AnswerText text={text} streaming={streaming} />}
      {Object.entries(values).map(([name, value]) => (
        <div key={name} className="flex flex-col gap-0.5">
          <span className="font-mono text-ink-faint text-xs">{name}</span>
          <ValueView value={value} />
        </div>
      ))}
    </article>
  )
}, sameAnswer)

/** Answers are made anew for every event; an execution that did not change is the same object. */
function sameAnswer(before: AnswerBlockProps, after: AnswerBlockProps): boolean {
  return before.answer.execution === after.answer.execution
}

function BlockHeader({ answer: { execution } }: AnswerBlockProps) {
  const { choose } = useMoment()
  const { icon, category } = useStepLook(execution.stepId)
  const { nodeName, iteration, status, exit, durationMs } = execution
  return (
    <button
      type="button"
      title="Show this step"
      onClick={() => choose(execution)}
      className="focus-ring -ml-1 flex items-center gap-2 self-start rounded-md py-0.5 pr-2 pl-1 text-ink-soft text-sm hover:bg-hover"
    >
      <StepIcon icon={icon} category={category} size="sm" />
      <span className="font-medium text-ink">{nodeName}</span>
      {iteration > 1 ? <Badge title={`Execution ${iteration} of this step`}>{iteration}</Badge> : null}
      {exit === undefined ? null : (
        <span className="flex items-center gap-1">
          <CornerDownRight aria-hidden className="size-3 text-ink-faint" />
          {exit}
        </span>
      )}
      <StatusMark status={status} className={cn(status === 'ended' && 'text-ink-faint')} />
      {durationMs === undefined ? null : (
        <span className="text-ink-faint text-xs tabular-nums">{formatDuration(durationMs)}</span>
      )}
    </button>
  )
}
