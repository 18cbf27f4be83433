import { type Json, sameJson } from '@petal/core/model'
import type { AgentTest } from './AgentTest.ts'
import { readTest } from './readTest.ts'

interface WrittenTests {
  readonly agentId: string
  /** All of its tests that are known here. */
  readonly tests: readonly AgentTest[]
  /** The agents that there are: tests go with theirs. */
  readonly agentIds: ReadonlySet<string>
}

/** What to store for all agents, with the tests of one. What is not known here, as newer tabs write it, stays as it was. */
export function writeTests(stored: Json | undefined, { agentId, tests, agentIds }: WrittenTests): Json {
  const entries: readonly Json[] = Array.isArray(stored) ? stored : []
  const idOf = (entry: Json) => (Array.isArray(entry) && typeof entry[0] === 'string' ? entry[0] : undefined)
  const others = entries.filter((entry) => {
    const id = idOf(entry)
    return id === undefined || (id !== agentId && agentIds.has(id))
  })
  const own = entries.find((entry) => idOf(entry) === agentId)
  const before: readonly Json[] = Array.isArray(own) && Array.isArray(own[1]) ? own[1] : []
  return [...others, [agentId, [...tests.map((test) => asStored(test, before)), ...before.filter(isUnknown)]]]
}

function isUnknown(value: Json): boolean {
  return readTest(value) === undefined
}

/** A test as it was stored, if it is still the same. */
function asStored(test: AgentTest, before: readonly Json[]): Json {
  // Tests are plain JSON; only their being interfaces keeps the compiler from seeing that.
  const value = test as unknown as Json
  const same = before.find((known) => {
    const read = readTest(known)
    return read !== undefined && sameJson(read as unknown as Json, value)
  })
  return same ?? value
}
