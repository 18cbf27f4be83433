import { Button, Kbd, TextArea } from '@petal/ui'
import { useAnswerDraft } from './AnswerDrafts.tsx'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'
import { submitOn } from './submitOn.ts'

interface TextAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly label: string
  /** The words on the button. */
  readonly action: string
  readonly initial: string
  readonly questionId: string
}

/** An answer in text: written, or edited from what is there. */
export function TextAnswer({ label, action, initial, questionId, onAnswer }: TextAnswerProps) {
  const [text, setText] = useAnswerDraft(questionId, initial)
  const submit = () => onAnswer(text)
  return (
    <>
      <TextArea
        aria-label={label}
        rows={4}
        className="max-h-96"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={submitOn(submit)}
      />
      <AnswerFoot>
        <Button variant="primary" onClick={submit}>
          {action}
        </Button>
        <Kbd keys="mod+Enter" />
      </AnswerFoot>
    </>
  )
}
