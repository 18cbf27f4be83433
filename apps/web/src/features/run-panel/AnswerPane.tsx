import type { RunState, StepExecution } from '@petal/core/model'
import { EmptyState, ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Play } from 'lucide-react'
import { Fragment, Suspense } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { readConversation } from '../../runner/agentInputs.ts'
import { useRunActivity } from '../../runner/RunContext.tsx'
import { AnswerBlock } from './AnswerBlock.tsx'
import { ConversationTurn } from './ConversationTurn.tsx'
import { InterruptedRun } from './InterruptedRun.tsx'
import { listAnswers } from './listAnswers.ts'
import { Obstacle } from './Obstacle.tsx'
import { PausedCard } from './PausedCard.tsx'
import { RetryNotes } from './RetryNotes.tsx'
import { RunProblem } from './RunProblem.tsx'
import { SkippedSteps } from './SkippedSteps.tsx'
import { StoppedCard } from './StoppedCard.tsx'
import { useStickToEnd } from './useStickToEnd.ts'

const PersonEntries = lazyPart(async () => (await import('./people/PersonEntries.tsx')).PersonEntries)

/** The conversation and the answers of the run, live; and what keeps the next run from starting. */
export function AnswerPane({ messagesField }: { readonly messagesField: string | undefined }) {
  const run = useEditor(selectRun)
  const { gate, problems, status } = useRunActivity()
  // A run that waits for a key has nothing of the one before; a conversation goes on from it.
  const isAside = gate?.kind === 'keys' && messagesField === undefined
  const scroller = useStickToEnd(
    run?.status === 'failed' ? undefined : `${run?.seq} ${gate?.kind} ${problems?.length} ${status}`,
  )
  return (
    <ScrollArea ref={scroller} className="flex-1 scroll-pb-16" aria-label={t('Answer')}>
      {run === undefined || isAside ? null : <RunAnswers run={run} messagesField={messagesField} />}
      <Obstacle>
        {run === undefined ? (
          <InterruptedRun>
            <FirstRun chats={messagesField !== undefined} />
          </InterruptedRun>
        ) : null}
      </Obstacle>
    </ScrollArea>
  )
}

function RunAnswers({ run, messagesField }: { readonly run: RunState; readonly messagesField: string | undefined }) {
  const earlier = messagesField === undefined ? [] : readConversation(run.input[messagesField])
  const answers = listAnswers(run, messagesField ?? 'messages')
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4">
      {earlier.map((message, index) => (
        <ConversationTurn key={message.id ?? `turn-${index}`} message={message} />
      ))}
      {answers.map((answer, index) => (
        <Fragment key={answer.execution.executionId}>
          <People run={run} after={answers[index - 1]?.execution} before={answer.execution} />
          <AnswerBlock answer={answer} />
        </Fragment>
      ))}
      <People run={run} after={answers.at(-1)?.execution} before={undefined} />
      <RetryNotes run={run} />
      <SkippedSteps run={run} />
      <PausedCard run={run} />
      <StoppedCard run={run} />
      <RunProblem run={run} />
    </div>
  )
}

interface PeopleProps {
  readonly run: RunState
  /** The executions shown before and after; undefined at the beginning and at the end. */
  readonly after: StepExecution | undefined
  readonly before: StepExecution | undefined
}

/** What people did between two executions. */
function People({ run, after, before }: PeopleProps) {
  if (run.answers === undefined && run.edits === undefined) return null
  const from = after === undefined ? -1 : run.executions.indexOf(after)
  const upTo = before === undefined ? run.executions.length : run.executions.indexOf(before)
  return (
    <Suspense>
      <PersonEntries run={run} from={from} upTo={upTo} />
    </Suspense>
  )
}

function FirstRun({ chats }: { readonly chats: boolean }) {
  return (
    <EmptyState icon={<Play />} title={t('Nothing has run yet')} className="py-8">
      {chats
        ? t(
            'Write a message below and press Enter. The answer appears here word by word, and every step lights up on the canvas.',
          )
        : t(
            'Fill in the input and press Run. The answer appears here word by word, and every step lights up on the canvas.',
          )}
    </EmptyState>
  )
}
