import { type HumanQuestion, readHumanQuestion } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { AnswerText } from '../AnswerText.tsx'
import { ApproveAnswer } from './ApproveAnswer.tsx'
import { ChooseAnswer } from './ChooseAnswer.tsx'
import { FormAnswer } from './FormAnswer.tsx'
import { PlainCard } from './PlainCard.tsx'
import type { QuestionProps } from './QuestionProps.ts'
import { TextAnswer } from './TextAnswer.tsx'

/** The question of a step that asks a person: its texts, why the last answer was refused, and what its mode needs. */
export function HumanCard(props: QuestionProps) {
  const asked = readHumanQuestion(props.question.question)
  if (asked === undefined) return <PlainCard {...props} />
  return (
    <>
      <p className="font-medium text-ink">{asked.title}</p>
      {asked.fault === undefined ? null : (
        <p role="alert" className="rounded-md bg-danger-soft px-2 py-1 text-danger">
          {asked.fault}
        </p>
      )}
      {asked.text === '' ? null : <AnswerText text={asked.text} streaming={false} />}
      <Answer asked={asked} questionId={props.question.id} onAnswer={props.onAnswer} />
    </>
  )
}

interface AnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: HumanQuestion
  readonly questionId: string
}

function Answer({ asked, ...rest }: AnswerProps) {
  switch (asked.mode) {
    case 'approve':
      return <ApproveAnswer asked={asked} {...rest} />
    case 'edit':
      return (
        <TextAnswer
          label={t('The text')}
          action={t('Accept the text')}
          initial={textOf(asked.given) ?? asked.draft}
          {...rest}
        />
      )
    case 'choose':
      return <ChooseAnswer asked={asked} {...rest} />
    case 'answer':
      return (
        <TextAnswer
          label={t('Your answer')}
          action={t('Answer')}
          initial={textOf(asked.given) ?? ''}
          inFoot
          {...rest}
        />
      )
    case 'form':
      return <FormAnswer asked={asked} {...rest} />
  }
}

function textOf(given: HumanQuestion['given']): string | undefined {
  return typeof given === 'string' ? given : undefined
}
