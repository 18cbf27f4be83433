import type { CommandContext } from './Command.ts'

const nothing = () => undefined

/** For where nothing can be run, and no file opened or saved: on a picture of an agent, say. */
export const idleVerbs: Pick<CommandContext, 'run' | 'files'> = {
  run: {
    start: nothing,
    stop: nothing,
    newThread: nothing,
    resume: nothing,
    step: nothing,
    runTo: nothing,
    fork: nothing,
    startFrom: nothing,
    isRunning: false,
    canGoOn: false,
  },
  files: { open: nothing, openFolder: nothing, save: nothing, hasFile: false, isSupported: false },
}
