import type { ExpectationKind } from '../../agent-tests/AgentTest.ts'

/** How a field is looked at, in words. */
export const kindWords: Readonly<Record<ExpectationKind, string>> = {
  equals: 'equals',
  contains: 'contains',
  matches: 'matches the pattern (* is any text)',
}
