import { type AnswerRecord, isJsonObject, type Json, readHumanQuestion, readToolQuestion } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What a person answered: in a few words, and what of it needs more room. */
export interface AnsweredWords {
  readonly words: string
  readonly detail?:
    | { readonly kind: 'quote'; readonly text: string }
    | { readonly kind: 'edited'; readonly before: string; readonly after: string }
    | { readonly kind: 'value'; readonly value: Json }
}

/** Says what a person answered. */
export function describeAnswer({ question, answer }: Pick<AnswerRecord, 'question' | 'answer'>): AnsweredWords {
  const asked = readHumanQuestion(question)
  switch (asked?.mode) {
    case 'approve':
      return describeApproval(answer)
    case 'edit':
      if (asked.draft === answer) return { words: t('Accepted by a person as it was') }
      return { words: t('The draft was edited by a person'), detail: edited(asked.draft, answer) }
    case 'choose':
      return typeof answer === 'string' ? { words: t('A person chose {option}', { option: answer }) } : asIs(answer)
    case 'form':
      return { words: t('Filled in by a person'), detail: { kind: 'value', value: answer } }
    case 'answer':
      return asIs(answer)
    case undefined: {
      const call = readToolQuestion(question)
      return call ? describeCall(call.tool, answer) : asIs(answer)
    }
  }
}

function asIs(answer: Json): AnsweredWords {
  const words = t('Answered by a person')
  if (typeof answer === 'string') return { words, ...quote(answer) }
  return { words, detail: { kind: 'value', value: answer } }
}

function describeApproval(answer: Json): AnsweredWords {
  const { approved, reason } = isJsonObject(answer) ? answer : { approved: answer, reason: '' }
  if (approved !== true && approved !== false) return asIs(answer)
  return { words: approved ? t('Approved by a person') : t('Rejected by a person'), ...quote(reason) }
}

function describeCall(tool: string, answer: Json): AnsweredWords {
  const { decision, reason, args } = isJsonObject(answer) ? answer : {}
  switch (decision) {
    case 'approve':
      return { words: t('A person allowed {tool}', { tool }) }
    case 'edit':
      return {
        words: t('A person allowed {tool} with other arguments', { tool }),
        detail: { kind: 'value', value: args ?? null },
      }
    case 'reject':
      return { words: t('A person did not allow {tool}', { tool }), ...quote(reason) }
    default:
      return asIs(answer)
  }
}

function quote(text: Json | undefined): Pick<AnsweredWords, 'detail'> {
  return typeof text === 'string' && text.trim() !== '' ? { detail: { kind: 'quote', text } } : {}
}

function edited(before: string, answer: Json): NonNullable<AnsweredWords['detail']> {
  return typeof answer === 'string' ? { kind: 'edited', before, after: answer } : { kind: 'value', value: answer }
}
