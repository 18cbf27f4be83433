import type { Json, StepExecution } from '@petal/core/model'
import { Badge, cn, IconButton, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Copy, CornerDownRight, CornerRightDown } from 'lucide-react'
import { memo } from 'react'
import { formatDuration } from '../../look/formatDuration.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { AnswerText } from './AnswerText.tsx'
import type { Answer } from './listAnswers.ts'
import { PassedThrough } from './PassedThrough.tsx'
import { StatusMark } from './StatusMark.tsx'
import { ToolRunView } from './ToolRunView.tsx'
import { useMoment } from './useMoment.ts'
import { useStepLook } from './useStepLook.ts'
import { ValueView } from './ValueView.tsx'

interface AnswerBlockProps {
  readonly answer: Answer
}

/** What one execution said, under the name of its step. */
export const AnswerBlock = memo(function AnswerBlock({ answer }: AnswerBlockProps) {
  const { execution, text, values, givenBackBy } = answer
  const { category } = useStepLook(execution)
  const streaming = execution.status === 'running'
  return (
    <article aria-label={execution.nodeName} aria-busy={streaming} className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-1">
        <BlockHeader answer={answer} />
        {givenBackBy === undefined ? null : <GivenBack by={givenBackBy} />}
      </div>
      {execution.tools.map((tool) => (
        <ToolRunView key={tool.toolCallId} tool={tool} />
      ))}
      {text === '' ? null : <AnswerText text={text} streaming={streaming} />}
      {category === 'output' ? <Output values={values} /> : <Values values={values} />}
    </article>
  )
}, sameAnswer)

/** Answers are made anew for every event; an execution that did not change is the same object. */
function sameAnswer({ answer: before }: AnswerBlockProps, { answer: after }: AnswerBlockProps): boolean {
  const isSame = before.execution === after.execution
  return isSame && before.givenBackBy?.executionId === after.givenBackBy?.executionId
}

function Values({ values }: Pick<Answer, 'values'>) {
  return Object.entries(values).map(([name, value]) => (
    <div key={name} className="flex flex-col gap-0.5">
      <FieldName name={name} />
      <ValueView value={value} />
    </div>
  ))
}

/** What the agent gives back: read like a model's answer, and ready to be taken away. */
function Output({ values }: Pick<Answer, 'values'>) {
  const entries = Object.entries(values)
  return entries.map(([name, value]) => (
    <div key={name} className="flex items-start gap-2 rounded-lg border border-line bg-sunken py-2 pr-1.5 pl-3">
      <div className="min-w-0 flex-1">
        {entries.length === 1 ? null : <FieldName name={name} />}
        {typeof value === 'string' && value !== '' ? (
          <AnswerText text={value} streaming={false} />
        ) : (
          <ValueView value={value} />
        )}
      </div>
      <CopyValue value={value} />
    </div>
  ))
}

function FieldName({ name }: { readonly name: string }) {
  return <span className="font-mono text-ink-faint text-xs">{name}</span>
}

function CopyValue({ value }: { readonly value: Json }) {
  const copy = async () => {
    await navigator.clipboard.writeText(typeof value === 'string' ? value : JSON.stringify(value, undefined, 2))
    toast.success(t('Copied'))
  }
  return (
    <IconButton label={t('Copy')} size="sm" className="text-ink-faint" onClick={copy}>
      <Copy />
    </IconButton>
  )
}

/** The words of this step stand where they are given back. */
function GivenBack({ by }: { readonly by: StepExecution }) {
  return (
    <p className="flex items-center gap-1.5 text-ink-faint text-sm">
      <CornerRightDown aria-hidden className="size-3" />
      {t('given back by {nodeName}', { nodeName: by.nodeName })}
    </p>
  )
}

function BlockHeader({ answer: { execution } }: AnswerBlockProps) {
  const { choose } = useMoment()
  const { icon, category } = useStepLook(execution)
  const { nodeName, iteration, status, exit, durationMs } = execution
  return (
    <button
      type="button"
      title={t('Show this step')}
      onClick={() => choose(execution)}
      className="focus-ring -ml-1 flex items-center gap-2 self-start rounded-md py-0.5 pr-2 pl-1 text-ink-soft text-sm hover:bg-hover"
    >
      <StepIcon icon={icon} category={category} size="sm" />
      <span className="font-medium text-ink">{nodeName}</span>
      {iteration > 1 ? <Badge title={t('Execution {iteration} of this step', { iteration })}>{iteration}</Badge> : null}
      {exit === undefined ? null : (
        <span className="flex items-center gap-1">
          <CornerDownRight aria-hidden className="size-3 text-ink-faint" />
          {exit}
        </span>
      )}
      <StatusMark status={status} className={cn(status === 'ended' && 'text-ink-faint')} />
      {status === 'stopped' ? <span aria-hidden>{t('Stopped')}</span> : null}
      <PassedThrough execution={execution} />
      {durationMs === undefined ? null : (
        <span className="text-ink-faint text-xs tabular-nums">{formatDuration(durationMs)}</span>
      )}
    </button>
  )
}
