import type { RunState } from '@petal/core/model'
import { useRunActivity } from '../../runner/RunContext.tsx'
import { BreakpointCard } from './BreakpointCard.tsx'
import { QuestionCard } from './questions/QuestionCard.tsx'
import { StrandedCard } from './StrandedCard.tsx'
import { UnkeptNote } from './UnkeptNote.tsx'

/** The run waits: for answers to questions, each on a card of its own, or at a breakpoint. */
export function PausedCard({ run }: { readonly run: RunState }) {
  const { status, unkept, stranded } = useRunActivity()
  if (run.status !== 'paused' || status !== 'idle') return null
  if (stranded !== undefined) return <StrandedCard run={run} stranded={stranded} />
  return (
    <>
      {run.questions.map((question, index) => (
        <QuestionCard key={question.id} question={question} first={index === 0} />
      ))}
      {run.questions.length === 0 ? <BreakpointCard run={run} /> : null}
      {unkept === undefined ? null : <UnkeptNote problem={unkept} />}
    </>
  )
}
