import { Button, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ValueView } from '../ValueView.tsx'
import { useAnswerDraft } from './AnswerDrafts.tsx'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'
import { submitOn } from './submitOn.ts'

/** A question of a step that has no card of its own: what it asks as it is, answered in text. */
export function PlainCard({ question, onAnswer }: QuestionProps) {
  const [answer, setAnswer] = useAnswerDraft(question.id, '')
  const submit = () => onAnswer(answer)
  return (
    <>
      <ValueView value={question.question} />
      <TextArea
        aria-label={t('Your answer')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        onKeyDown={submitOn(submit)}
      />
      <AnswerFoot>
        <Button variant="primary" onClick={submit}>
          {t('Answer')}
        </Button>
      </AnswerFoot>
    </>
  )
}
