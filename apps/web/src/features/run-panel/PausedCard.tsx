import type { RunState } from '@petal/core/model'
import { Button, Card } from '@petal/ui'
import { Hand } from 'lucide-react'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { QuestionCard } from './questions/QuestionCard.tsx'
import { UnkeptNote } from './UnkeptNote.tsx'

/** The run waits: for answers to questions, each on a card of its own, or at a breakpoint. */
export function PausedCard({ run }: { readonly run: RunState }) {
  const { status, unkept } = useRunActivity()
  if (run.status !== 'paused' || status !== 'idle') return null
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

function BreakpointCard({ run }: { readonly run: RunState }) {
  const controller = useRunController()
  const { when = 'before', stepIds = [] } = run.breakpoint ?? {}
  return (
    <Card role="group" aria-label="The run waits for you" className="flex flex-col gap-2 border-human/40">
      <p className="flex items-center gap-2 font-medium text-ink">
        <Hand aria-hidden className="size-4 text-human" />
        Stopped {when} {stepIds.map((id) => run.steps[id]?.nodeName ?? id).join(', ')}
      </p>
      <div>
        <Button variant="primary" onClick={() => controller.resume()}>
          Continue
        </Button>
      </div>
    </Card>
  )
}
