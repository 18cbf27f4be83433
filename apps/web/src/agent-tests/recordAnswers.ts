import type { GivenAnswer, RunState } from '@petal/core/model'
import type { AgentTest } from './AgentTest.ts'

/** What a person answered in a run, by the places of the executions that asked; nothing where nobody did. */
export function recordAnswers({ answers = [] }: RunState): Pick<AgentTest, 'answers'> {
  const byPlace = new Map<string, readonly GivenAnswer[]>()
  for (const { question, answer, place } of answers) {
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), { question, answer }])
  }
  return byPlace.size === 0 ? {} : { answers: Object.fromEntries(byPlace) }
}
