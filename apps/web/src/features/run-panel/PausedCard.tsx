import type { RunState } from '@petal/core/model'
import { Button, Card, TextArea } from '@petal/ui'
import { Hand } from 'lucide-react'
import { useState } from 'react'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { ValueView } from './ValueView.tsx'

/** The run waits: for an answer to a question, or at a breakpoint. */
export function PausedCard({ run }: { readonly run: RunState }) {
  const controller = useRunController()
  const { status } = useRunActivity()
  const [answer, setAnswer] = useState('')
  if (run.status !== 'paused' || status !== 'idle') return null
  const [question] = run.questions
  return (
    <Card role="group" aria-label="The run waits for you" className="flex flex-col gap-2 border-human/40">
      <p className="flex items-center gap-2 font-medium text-ink">
        <Hand aria-hidden className="size-4 text-human" />
        {question === undefined
          ? `Stopped ${run.breakpoint?.when ?? 'before'} ${run.breakpoint?.stepIds.join(', ') ?? ''}`
          : 'The run waits for your answer'}
      </p>
      {question === undefined ? null : <ValueView value={question.question} />}
      {question === undefined ? null : (
        <TextArea aria-label="Your answer" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      )}
      <div>
        <Button
          variant="primary"
          onClick={() => (question === undefined ? controller.resume() : controller.resume(answer))}
        >
          {question === undefined ? 'Continue' : 'Answer and continue'}
        </Button>
      </div>
    </Card>
  )
}
