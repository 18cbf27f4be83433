import { msg } from '@petal/ui/language'
import type { ExpectationKind } from '../../agent-tests/AgentTest.ts'

/** How a field is looked at, in words. */
export const kindWords: Readonly<Record<ExpectationKind, string>> = {
  equals: msg('equals'),
  contains: msg('contains'),
  matches: msg('matches the pattern (* is any text)'),
}
