import { type Json, readHumanQuestion } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** An answer that one click gives. */
export interface QuickAnswer {
  readonly label: string
  readonly answer: Json
}

/** More than these do not fit on a card. */
const MOST = 4

/** The answers to a question that one click can give; none when it has to be written, or read first. */
export function listQuickAnswers(question: Json): readonly QuickAnswer[] {
  const asked = readHumanQuestion(question)
  if (asked?.mode === 'choose' && asked.options.length <= MOST) {
    return asked.options.map(({ name }) => ({ label: name, answer: name }))
  }
  if (asked?.mode !== 'approve') return []
  const approve = { label: t('Approve'), answer: { approved: true } }
  return asked.reasonRequired ? [approve] : [approve, { label: t('Reject'), answer: { approved: false } }]
}
