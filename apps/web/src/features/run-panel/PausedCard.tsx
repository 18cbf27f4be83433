import type { RunState } from '@petal/core/model'
import { Button, Card } from '@petal/ui'
import { Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { findQuestionCard } from './questionCards.ts'

/** The run waits: for answers to questions, or at a breakpoint. */
export function PausedCard({ run }: { readonly run: RunState }) {
  const controller = useRunController()
  const { status } = useRunActivity()
  if (run.status !== 'paused' || status !== 'idle') return null
  if (run.questions.length === 0) {
    const { when = 'before', stepIds = [] } = run.breakpoint ?? {}
    return (
      <WaitingCard title={`Stopped ${when} ${stepIds.join(', ')}`}>
        <div>
          <Button variant="primary" onClick={() => controller.resume()}>
            Continue
          </Button>
        </div>
      </WaitingCard>
    )
  }
  return run.questions.map((question) => {
    const Question = findQuestionCard(question)
    return (
      <WaitingCard key={question.id} title="The run waits for your answer">
        <Question question={question} onAnswer={(answer) => controller.resume({ [question.id]: answer })} />
      </WaitingCard>
    )
  })
}

function WaitingCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card role="group" aria-label="The run waits for you" className="flex flex-col gap-2 border-human/40">
      <p className="flex items-center gap-2 font-medium text-ink">
        <Hand aria-hidden className="size-4 text-human" />
        {title}
      </p>
      {children}
    </Card>
  )
}
