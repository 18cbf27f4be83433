import type { HumanQuestion } from '@petal/core/model'
import { Button } from '@petal/ui'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'

interface ChooseAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: Extract<HumanQuestion, { readonly mode: 'choose' }>
}

/** One of several options: a click on it is the answer. */
export function ChooseAnswer({ asked, onAnswer }: ChooseAnswerProps) {
  return (
    <AnswerFoot className="max-h-32 pointer-coarse:max-h-52 overflow-y-auto py-2">
      <ul className="grid grid-cols-[auto_1fr] items-center gap-x-2.5 gap-y-1.5">
        {asked.options.map(({ name, description }) => (
          <li key={name} className="contents">
            <Button onClick={() => onAnswer(name)}>{name}</Button>
            <span className="text-ink-soft">{description}</span>
          </li>
        ))}
      </ul>
    </AnswerFoot>
  )
}
