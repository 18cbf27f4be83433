import { isJsonObject, type Json, readHumanQuestion, readToolQuestion } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** So much of a question is said of it. */
const longest = 200

/** Says what a step asked that a person never answered, and what to do. */
export function sayUnanswered(name: string, question: Json): string {
  const fault = faultOf(question)
  if (fault !== undefined)
    return t(
      '{name}: what a person answered in the run that this test was made from is not taken: {fault} Make the test again from a newer run.',
      { name, fault },
    )
  const call = callOf(question)
  if (call !== undefined)
    return t(
      '{name}: in the run that this test was made from no person allowed the call {call}. Make the test again from a newer run.',
      { name, call: shorten(call) },
    )
  return t(
    '{name}: in the run that this test was made from no person answered “{question}”. Make the test again from a newer run.',
    { name, question: shorten(wordsOf(question)) },
  )
}

/** Why the answer before was refused. */
function faultOf(question: Json): string | undefined {
  const said = isJsonObject(question) ? (readToolQuestion(question)?.problem ?? question.fault) : undefined
  return typeof said === 'string' ? said : undefined
}

function callOf(question: Json): string | undefined {
  const asked = readToolQuestion(question)
  return asked && `${asked.tool}(${JSON.stringify(asked.args)})`
}

function wordsOf(question: Json): string {
  const asked = readHumanQuestion(question)
  if (asked !== undefined) return asked.text.trim() === '' ? asked.title : asked.text.trim()
  return typeof question === 'string' ? question : JSON.stringify(question)
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)} …`
}
