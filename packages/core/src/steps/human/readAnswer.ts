import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { APPROVED, REJECTED } from './answerExits.ts'
import { checkForm } from './checkForm.ts'
import type { HumanQuestion } from './HumanQuestion.ts'

/** What an answer says: a value to keep and the way out it takes, or why it cannot be taken. */
export type Reading =
  | { readonly ok: true; readonly value: Json; readonly exit?: string }
  | { readonly ok: false; readonly message: string }

/** Reads a person's answer to a question. Anything can come in: answers are written by people and by programs. */
export async function readAnswer(question: HumanQuestion, answer: Json): Promise<Reading> {
  switch (question.mode) {
    case 'approve':
      return readApproval(answer, question.reasonRequired)
    case 'edit':
      return typeof answer === 'string' ? { ok: true, value: answer } : refuse(t('Give the edited text.'))
    case 'choose': {
      const names = question.options.map(({ name }) => name)
      if (typeof answer === 'string' && names.includes(answer)) return { ok: true, value: answer, exit: answer }
      return refuse(t('Choose one of: {names}.', { names: names.join(', ') }))
    }
    case 'answer':
      return typeof answer === 'string' && answer.trim() !== ''
        ? { ok: true, value: answer }
        : refuse(t('Write an answer: an empty one cannot be taken.'))
    case 'form': {
      const fault = await checkForm(question.schema, answer)
      return fault === undefined ? { ok: true, value: answer } : refuse(fault)
    }
  }
}

function readApproval(answer: Json, reasonRequired: boolean): Reading {
  const { approved, reason = '' } = isJsonObject(answer) ? answer : { approved: answer }
  if (typeof approved !== 'boolean' || typeof reason !== 'string') {
    return refuse(t('Approve or reject: answer with { "approved": true } or { "approved": false, "reason": "…" }.'))
  }
  if (!approved && reasonRequired && reason.trim() === '') return refuse(t('Say why you reject this.'))
  return { ok: true, value: reason, exit: approved ? APPROVED : REJECTED }
}

function refuse(message: string): Reading {
  return { ok: false, message }
}
