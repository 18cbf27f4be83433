import { Button, TextArea } from '@petal/ui'
import { useState } from 'react'
import type { QuestionCardProps } from './QuestionCardProps.ts'
import { ValueView } from './ValueView.tsx'

/** A question as the step asked it, with a text for the answer. */
export function AnyQuestion({ question, onAnswer }: QuestionCardProps) {
  const [answer, setAnswer] = useState('')
  return (
    <>
      <ValueView value={question.question} />
      <TextArea aria-label="Your answer" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <div>
        <Button variant="primary" onClick={() => onAnswer(answer)}>
          Answer and continue
        </Button>
      </div>
    </>
  )
}
