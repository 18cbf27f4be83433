import type { RunRecordStatus } from '../../storage/LibrarySchema.ts'

/** How a stored run ended, in a word. */
export const runWords: Readonly<Record<RunRecordStatus, string>> = {
  running: 'Running',
  paused: 'Waiting',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
}
