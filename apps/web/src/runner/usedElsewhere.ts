import type { Problem } from '@petal/core/model'
import { msg } from '@petal/ui/language'

/** A thread is alive in one tab at a time. */
export const usedElsewhere: Problem = {
  code: 'run.elsewhere',
  severity: 'error',
  message: msg('This thread runs or waits in another tab. Go on with it there, or begin a new thread here.'),
}
