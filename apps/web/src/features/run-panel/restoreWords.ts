import { msg } from '@petal/ui/language'
import type { RestoreOutcome } from '../../runner/RunThread.ts'

/** Why a stored run cannot go on here, in words. */
export const restoreWords: Readonly<Record<Exclude<RestoreOutcome, 'ready'>, string>> = {
  elsewhere: msg('This run is open in another tab: go on with it there, or close that tab first.'),
  gone: msg('This run cannot go on: its saved state is gone. You can run it again.'),
  lost: msg('This run cannot go on: the agent it began with was not kept. You can run it again.'),
  busy: msg('Another run is under way: wait for its end, or stop it first.'),
}
