import { type GivenAnswer, placeOf, type RunState } from '@petal/core/model'
import type { AgentTest } from './AgentTest.ts'

/** What a person answered in a run, by the places of the executions that asked; nothing where nobody did. */
export function recordAnswers(run: RunState): Pick<AgentTest, 'answers'> {
  const byPlace = new Map<string, readonly GivenAnswer[]>()
  for (const { question, answer, executionId } of run.answers ?? []) {
    const asking = run.executions.find((execution) => execution.executionId === executionId)
    if (asking === undefined) continue
    const place = placeOf(asking, run)
    byPlace.set(place, [...(byPlace.get(place) ?? []), { question, answer }])
  }
  return byPlace.size === 0 ? {} : { answers: Object.fromEntries(byPlace) }
}
