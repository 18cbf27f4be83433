import type { Json, RunQuestion } from '@petal/core/model'

/** What the card of a question gets, whatever its kind. */
export interface QuestionProps {
  readonly question: RunQuestion
  /** Answers this question; others that wait go on waiting. */
  onAnswer(answer: Json): void
}
