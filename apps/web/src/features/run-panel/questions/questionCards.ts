import { isJsonObject, type Json } from '@petal/core/model'
import type { ComponentType } from 'react'
import { HumanCard } from './HumanCard.tsx'
import { PlainCard } from './PlainCard.tsx'
import type { QuestionProps } from './QuestionProps.ts'
import { ToolCard } from './ToolCard.tsx'

/** The cards of questions by their `kind`. One that is not here can still be answered, in plain text. */
const cards: Readonly<Record<string, ComponentType<QuestionProps>>> = {
  human: HumanCard,
  tool: ToolCard,
}

/** The card that a question is answered on. */
export function cardOf(question: Json): ComponentType<QuestionProps> {
  const kind = isJsonObject(question) ? question.kind : undefined
  return (typeof kind === 'string' && Object.hasOwn(cards, kind) ? cards[kind] : undefined) ?? PlainCard
}
