import { isJsonObject, type RunQuestion } from '@petal/core/model'
import type { ComponentType } from 'react'
import { AnyQuestion } from './AnyQuestion.tsx'
import type { QuestionCardProps } from './QuestionCardProps.ts'
import { ToolQuestionCard } from './ToolQuestionCard.tsx'

/** One card per `kind` of question. */
const questionCards: Readonly<Record<string, ComponentType<QuestionCardProps>>> = {
  tool: ToolQuestionCard,
}

/** The card for a question; a question of no known kind is shown as it is, and answered with a text. */
export function findQuestionCard({ question }: RunQuestion): ComponentType<QuestionCardProps> {
  const kind = isJsonObject(question) ? question.kind : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(questionCards, kind)) return AnyQuestion
  return questionCards[kind] ?? AnyQuestion
}
