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
  /** Is written at the foot, so that a long question can be read beside it; a long text itself is edited above. */
  readonly inFoot?: boolean
}

/** An answer in text: written, or edited from what is there. */
export function TextAnswer({ label, action, initial, questionId, inFoot = false, onAnswer }: TextAnswerProps) {
  const [text, setText] = useAnswerDraft(questionId, initial)
  const submit = () => onAnswer(text)
  const field = (
    <TextArea
      aria-label={label}
      rows={inFoot ? 2 : 4}
      className={inFoot ? 'max-h-24 min-h-12' : 'max-h-96'}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={submitOn(submit)}
    />
  )
  return (
    <>
      {inFoot ? null : field}
      <AnswerFoot>
        {inFoot ? field : null}
        <Button variant="primary" onClick={submit}>
          {action}
        </Button>
        <Kbd keys="Mod+Enter" className="pointer-coarse:hidden" />
      </AnswerFoot>
    </>
  )
}
