import type { AnswerRecord, RunState, StateEditRecord } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { Hand, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { WordDiff } from '../../../look/difference/WordDiff.tsx'
import { nameOfExecution } from '../../../look/nameOfExecution.ts'
import { compareStates } from '../compareStates.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import { useMoment } from '../useMoment.ts'
import { ValueView } from '../ValueView.tsx'
import { describeAnswer } from './describeAnswer.ts'
import { listDeeds } from './listDeeds.ts'
import { sayEdit } from './sayEdit.ts'

interface PersonEntriesProps {
  readonly run: RunState
  /** What was done after more executions than this had begun … */
  readonly from: number
  /** … and after so many at most. */
  readonly upTo: number
}

/** What people did in a part of a run: they answered what was asked, and wrote over the state. */
export function PersonEntries({ run, from, upTo }: PersonEntriesProps) {
  return listDeeds(run, from, upTo).map(({ key, answer, edit }) => (
    <div key={key}>
      {answer === undefined ? null : <Answered run={run} answer={answer} />}
      {edit === undefined ? null : <Edited run={run} edit={edit} />}
    </div>
  ))
}

function Answered({ run, answer }: { readonly run: RunState; readonly answer: AnswerRecord }) {
  const { choose } = useMoment()
  const { executionId, stepId } = answer
  const execution = run.executions.find((known) => known.executionId === executionId)
  const name = execution === undefined ? (run.steps[stepId]?.nodeName ?? stepId) : nameOfExecution(execution, run)
  const { words, detail } = describeAnswer(answer)
  return (
    <Entry
      icon={<Hand aria-hidden className="size-3" />}
      name={name}
      words={words}
      {...(execution === undefined ? {} : { onShow: () => choose(execution) })}
    >
      {detail?.kind === 'quote' ? (
        <blockquote dir="auto" className="wrap-anywhere whitespace-pre-wrap border-human/40 border-l-2 pl-2 text-ink">
          {detail.text}
        </blockquote>
      ) : null}
      {detail?.kind === 'edited' ? <WordDiff before={detail.before} after={detail.after} /> : null}
      {detail?.kind === 'value' ? <ValueView value={detail.value} /> : null}
    </Entry>
  )
}

function Edited({ run, edit }: { readonly run: RunState; readonly edit: StateEditRecord }) {
  const changes = compareStates(edit.stateBefore, edit.stateAfter).filter(({ kind }) => kind !== 'same')
  return (
    <Entry icon={<PencilLine aria-hidden className="size-3" />} words={sayEdit(edit, run)}>
      {changes.length === 0 ? null : <FieldChanges changes={changes} />}
    </Entry>
  )
}

interface EntryProps {
  readonly icon: ReactNode
  /** The step that asked. */
  readonly name?: string
  readonly words: string
  readonly children: ReactNode
  onShow?(): void
}

function Entry({ icon, name, words, onShow, children }: EntryProps) {
  const title = (
    <>
      <span className="flex size-5 shrink-0 items-center justify-center rounded-sm bg-human-soft text-human">
        {icon}
      </span>
      {name === undefined ? null : <span className="font-medium text-ink">{name}</span>}
      <span className="text-left">{words}</span>
    </>
  )
  const look = 'flex items-center gap-2 self-start rounded-md py-0.5 text-ink-soft text-sm'
  return (
    <div role="note" aria-label={name === undefined ? words : `${name}: ${words}`} className="flex flex-col gap-1.5">
      {onShow === undefined ? (
        <p className={look}>{title}</p>
      ) : (
        <button
          type="button"
          title={t('Show this step')}
          onClick={onShow}
          className={`focus-ring -ml-1 pr-2 pl-1 hover:bg-hover ${look}`}
        >
          {title}
        </button>
      )}
      <div className="pl-7 empty:hidden">{children}</div>
    </div>
  )
}
