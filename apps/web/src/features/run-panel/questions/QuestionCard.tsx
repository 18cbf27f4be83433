import type { RunQuestion } from '@petal/core/model'
import { Card, isTouched } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Hand } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useEditor } from '../../../editor/EditorContext.tsx'
import { isTyping } from '../../../editor/isTyping.ts'
import { selectStepRun } from '../../../editor/selectors.ts'
import { useRunController } from '../../../runner/RunContext.tsx'
import { cardOf } from './questionCards.ts'

interface QuestionCardProps {
  readonly question: RunQuestion
  /** The first of those that wait takes the focus, unless the person is writing somewhere. */
  readonly first: boolean
}

/** One question of the run: who asks, what, and the way to answer. */
export function QuestionCard({ question, first }: QuestionCardProps) {
  const controller = useRunController()
  const titleId = useId()
  const name = useEditor((state) => selectStepRun(state, question.stepId)?.nodeName ?? question.stepId)
  const Answer = cardOf(question.question)
  return (
    <FocusedCard questionId={question.id} first={first} titleId={titleId}>
      <h3 id={titleId} className="flex scroll-m-4 items-center gap-2 font-medium text-human">
        <Hand aria-hidden className="size-4" />
        {t('{name} waits for you', { name })}
      </h3>
      <Answer question={question} onAnswer={(answer) => controller.resume({ [question.id]: answer })} />
    </FocusedCard>
  )
}

interface FocusedCardProps {
  readonly questionId: string
  readonly first: boolean
  readonly titleId: string
  readonly children: ReactNode
}

function FocusedCard({ questionId, first, titleId, children }: FocusedCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const wanted = useEditor(({ session }) =>
    session.focusQuestion?.questionId === questionId ? session.focusQuestion.request : undefined,
  )
  useEffect(() => {
    if (first && !isTyping(document.activeElement)) focusOn(card.current)
  }, [first])
  useEffect(() => {
    if (wanted !== undefined) focusOn(card.current)
  }, [wanted])
  return (
    <Card
      ref={card}
      role="group"
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={keepQuestion}
      className="focus-ring flex scroll-m-4 flex-col gap-2.5 border-human/40"
    >
      {children}
    </Card>
  )
}

/** The keys that run the agent would leave the question behind, with what was written for it. */
function keepQuestion(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault()
}

/**
 * A field is ready to be written in, but opens no keyboard by itself where one covers what is asked; a button is not put
 * under a finger that may already be on its way down.
 */
function focusOn(card: HTMLElement | null): void {
  const field = isTouched() ? undefined : card?.querySelector<HTMLElement>('textarea, input')
  const target = field ?? card
  target?.focus({ preventScroll: true })
  const show = () => {
    card?.scrollIntoView({ block: 'nearest' })
    // A card taller than the panel is read from its beginning; the ways to answer are in sight all the same.
    card?.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }
  // After the panel has gone to its end for what is new, which it does once the next frame is laid out.
  requestAnimationFrame(() => requestAnimationFrame(show))
}
