import type { Problem } from '@petal/core/model'
import { msg } from '@petal/ui/language'

/** That an agent was asked for which this browser does not have. */
export const missingAgent: Problem = {
  code: 'storage.unavailable',
  severity: 'error',
  message: msg('This agent is not in this browser. Agents stay where they were made: bring it over as a file.'),
}
