import type { RestoreOutcome } from '../../runner/RunThread.ts'

/** Why a stored run cannot go on here, in words. */
export const restoreWords: Readonly<Record<Exclude<RestoreOutcome, 'ready'>, string>> = {
  elsewhere: 'This run is open in another tab: go on with it there, or close that tab first.',
  gone: 'This run cannot go on: its saved state is gone. You can run it again.',
  lost: 'This run cannot go on: the agent it began with was not kept. You can run it again.',
  busy: 'Another run is under way: wait for its end, or stop it first.',
}
