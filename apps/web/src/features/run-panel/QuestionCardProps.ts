import type { Json, RunQuestion } from '@petal/core/model'

/** What every card gets that puts a question of a run to the person. */
export interface QuestionCardProps {
  readonly question: RunQuestion
  onAnswer(answer: Json): void
}
