import { isJsonObject, type Json } from '@petal/core/model'
import { type AgentTest, expectationKinds } from './AgentTest.ts'

/** The tests of agents as they were stored. What another tab, or a person, wrote there may be anything. */
export type KeptTests = readonly (readonly [agentId: string, tests: readonly AgentTest[]])[]

export function readTests(stored: Json | undefined): KeptTests {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry): KeptTests => {
    if (!Array.isArray(entry)) return []
    const [agentId, tests] = entry
    return typeof agentId === 'string' && Array.isArray(tests) ? [[agentId, tests.filter(isTest)]] : []
  })
}

function isTest(value: unknown): value is AgentTest {
  if (!isJsonObject(value)) return false
  const { id, name, input, expectations, fixed } = value
  if (typeof id !== 'string' || typeof name !== 'string' || !isJsonObject(input) || !isJsonObject(fixed)) return false
  return Array.isArray(expectations) && expectations.every(isExpectation)
}

function isExpectation(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const { field, kind } = value
  return typeof field === 'string' && 'value' in value && expectationKinds.some((known) => known === kind)
}
