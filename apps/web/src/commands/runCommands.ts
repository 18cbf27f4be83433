import type { Command } from './Command.ts'

/** Running the agent. */
export const runCommands: readonly Command[] = [
  {
    id: 'run',
    title: 'Run',
    group: 'Run',
    keys: ['Mod+Enter'],
    inFields: true,
    isEnabled: ({ isRunning }) => !isRunning,
    run: ({ run }) => run.start(),
  },
  {
    id: 'stop',
    title: 'Stop',
    group: 'Run',
    keys: ['Mod+.'],
    inFields: true,
    isEnabled: ({ isRunning }) => isRunning,
    run: ({ run }) => run.stop(),
  },
  {
    id: 'newThread',
    title: 'New thread',
    group: 'Run',
    keys: ['Shift+Alt+N'],
    inFields: true,
    isEnabled: ({ isRunning }) => !isRunning,
    run: ({ run }) => run.newThread(),
  },
  {
    id: 'clearRun',
    title: 'Clear the last run from the canvas',
    group: 'Run',
    isEnabled: ({ state, isRunning }) => !isRunning && state.runs.current !== undefined,
    run: ({ editor }) => editor.actions.clearRun(),
  },
]
