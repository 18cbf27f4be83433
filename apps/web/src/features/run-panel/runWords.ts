import { msg } from '@petal/ui/language'
import type { RunRecordStatus } from '../../storage/LibrarySchema.ts'

/** How a stored run ended, in a word. */
export const runWords: Readonly<Record<RunRecordStatus, string>> = {
  running: msg('Running'),
  paused: msg('Waiting'),
  done: msg('Done'),
  failed: msg('Failed'),
  stopped: msg('Stopped'),
  interrupted: msg('Interrupted'),
}
