import { AgentError } from '../../errors/AgentError.ts'
import type { RunQuestion } from '../../events/RunEvent.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import { word } from '../../language/word.ts'
import { toResume } from '../toLangGraph.ts'
import { type Passage, readPlace } from '../toRunEvents.ts'
import { readHalt } from './halt.ts'

/**
 * What to hand the graph so that a thread goes on: the answers to its questions, or nothing but the go. A called agent
 * that stands at a breakpoint goes on with it.
 */
export async function resumeThread(place: Omit<Passage, 'input'>, resume: Json | undefined): Promise<Passage['input']> {
  const found = await readPlace(place)
  place.session.goOn(found)
  const questions = found.questions.filter(({ question }) => readHalt(question) === undefined)
  const halts = found.questions.filter((question) => !questions.includes(question))
  const going = Object.fromEntries(halts.map(({ id }) => [id, true]))
  if (resume === undefined) return halts.length === 0 ? null : toResume(going)
  const answers = matchAnswers(questions, normalizeJson(resume, 'resume'))
  for (const question of questions) {
    const answer = answers[question.id]
    const count = found.records.get(question.stepId)?.asked.length
    if (answer !== undefined)
      place.session.emit({ type: 'question-answer', question, answer, ...(count === undefined ? {} : { count }) })
  }
  return toResume({ ...going, ...answers })
}

/** Each answer by the id of its question: a single one belongs to the single question there is. */
function matchAnswers(questions: readonly RunQuestion[], resume: Json): Readonly<Record<string, Json>> {
  const [first, ...others] = questions
  if (first === undefined)
    throw new AgentError('build.argument', word('This thread waits for no answer: leave resume out.'))
  if (isJsonObject(resume)) {
    const ids = new Set(questions.map(({ id }) => id))
    const entries = Object.entries(resume).flatMap(([id, answer]) =>
      answer === undefined ? [] : [[id, answer] as const],
    )
    if (entries.length > 0 && entries.every(([id]) => ids.has(id))) return Object.fromEntries(entries)
  }
  if (others.length === 0) return { [first.id]: resume }
  throw new AgentError(
    'build.argument',
    word('{count} questions wait for an answer: give resume as a record of answers by question id.', {
      count: questions.length,
    }),
    { detail: { available: questions.map(({ id }) => id) } },
  )
}
