import { isJsonObject, type Json, placeOf } from '@petal/core/model'
import { type AgentTest, expectationKinds } from './AgentTest.ts'

/** The tests of agents as they were stored. What another tab, or a person, wrote there may be anything. */
export type KeptTests = readonly (readonly [agentId: string, tests: readonly AgentTest[]])[]

export function readTests(stored: Json | undefined): KeptTests {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry): KeptTests => {
    if (!Array.isArray(entry)) return []
    const [agentId, tests] = entry
    return typeof agentId === 'string' && Array.isArray(tests) ? [[agentId, tests.map(renamed).filter(isTest)]] : []
  })
}

/** Earlier, a test had one answer for each step of the agent itself, by the step's id. */
function renamed(value: Json): unknown {
  if (!isJsonObject(value) || !isJsonObject(value.fixed)) return value
  const { fixed, ...test } = value
  const recorded = Object.entries(fixed).map(([stepId, output]) => [
    placeOf({ stepId, iteration: 1, path: [] }, { executions: [] }),
    output,
  ])
  return { ...test, recorded: Object.fromEntries(recorded) }
}

function isTest(value: unknown): value is AgentTest {
  if (!isJsonObject(value)) return false
  const { id, name, input, expectations, recorded } = value
  if (typeof id !== 'string' || typeof name !== 'string' || !isJsonObject(input) || !isJsonObject(recorded))
    return false
  return Array.isArray(expectations) && expectations.every(isExpectation)
}

function isExpectation(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const { field, kind } = value
  return typeof field === 'string' && 'value' in value && expectationKinds.some((known) => known === kind)
}
