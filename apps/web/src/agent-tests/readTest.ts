import { isJsonObject, type Json, placeOf } from '@petal/core/model'
import { type AgentTest, expectationKinds } from './AgentTest.ts'

/** A test as it was stored; undefined when it is none that is known here. */
export function readTest(stored: Json): AgentTest | undefined {
  const test = withModels(renamed(stored))
  return isTest(test) ? test : undefined
}

/** Earlier, a test had one answer for each step of the agent itself, by the step's id: it is that of its first turn. */
function renamed(value: Json): unknown {
  if (!isJsonObject(value) || !isJsonObject(value.fixed)) return value
  const { fixed, ...test } = value
  const recorded = Object.entries(fixed).map(([stepId, output]) => [
    placeOf({ stepId, iteration: 1, path: [] }, { executions: [] }),
    output,
  ])
  return { ...test, recorded: Object.fromEntries(recorded) }
}

/** Earlier, models answered in a test that had no answers of theirs, and in no other. */
function withModels(value: unknown): unknown {
  if (!isJsonObject(value) || value.models !== undefined || !isJsonObject(value.recorded)) return value
  return { ...value, models: Object.keys(value.recorded).length === 0 ? 'asked' : 'replayed' }
}

function isTest(value: unknown): value is AgentTest {
  if (!isJsonObject(value)) return false
  const { id, name, input, expectations, models, recorded, answers } = value
  if (typeof id !== 'string' || typeof name !== 'string' || !isJsonObject(input) || !isJsonObject(recorded))
    return false
  if (models !== 'asked' && models !== 'replayed') return false
  if (answers !== undefined && !isAnswers(answers)) return false
  return Array.isArray(expectations) && expectations.every(isExpectation)
}

function isAnswers(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  return Object.values(value).every((some) => Array.isArray(some) && some.every(isAnswer))
}

function isAnswer(value: unknown): boolean {
  return isJsonObject(value) && 'question' in value && 'answer' in value
}

function isExpectation(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const { field, kind } = value
  return typeof field === 'string' && 'value' in value && expectationKinds.some((known) => known === kind)
}
