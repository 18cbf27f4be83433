import type { HumanQuestion } from '@petal/core/model'
import { Button } from '@petal/ui'
import type { QuestionProps } from './QuestionProps.ts'

interface ChooseAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: Extract<HumanQuestion, { readonly mode: 'choose' }>
}

/** One of several options: a click on it is the answer. */
export function ChooseAnswer({ asked, onAnswer }: ChooseAnswerProps) {
  return (
    <ul className="flex flex-col gap-1.5">
      {asked.options.map(({ name, description }) => (
        <li key={name} className="flex items-center gap-2.5">
          <Button onClick={() => onAnswer(name)}>{name}</Button>
          <span className="text-ink-soft">{description}</span>
        </li>
      ))}
    </ul>
  )
}
