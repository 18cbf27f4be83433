import type { RunState } from '@petal/core/model'
import { EmptyState, ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Play } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
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
import { useStickToEnd } from './useStickToEnd.ts'

/** The conversation and the answers of the run, live; and what keeps the next run from starting. */
export function AnswerPane({ messagesField }: { readonly messagesField: string | undefined }) {
  const run = useEditor(selectRun)
  const { gate, problems } = useRunActivity()
  const scroller = useStickToEnd(run?.status === 'failed' ? undefined : `${run?.seq} ${gate?.kind} ${problems?.length}`)
  return (
    <ScrollArea ref={scroller} className="flex-1 scroll-pb-16" aria-label={t('Answer')}>
      {run === undefined ? null : <RunAnswers run={run} messagesField={messagesField} />}
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
      {answers.map((answer) => (
        <AnswerBlock key={answer.execution.executionId} answer={answer} />
      ))}
      <RetryNotes run={run} />
      <SkippedSteps run={run} />
      <PausedCard run={run} />
      <RunProblem run={run} />
    </div>
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
