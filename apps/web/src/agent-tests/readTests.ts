import type { Json } from '@petal/core/model'
import type { AgentTest } from './AgentTest.ts'
import { readTest } from './readTest.ts'

/** The tests of an agent among what was stored for all. What another tab, or a person, wrote there may be anything. */
export function readTests(stored: Json | undefined, agentId: string): readonly AgentTest[] {
  if (!Array.isArray(stored)) return []
  const own = stored.find((entry) => Array.isArray(entry) && entry[0] === agentId)
  const tests = Array.isArray(own) ? own[1] : undefined
  return Array.isArray(tests) ? tests.flatMap((test) => readTest(test) ?? []) : []
}
