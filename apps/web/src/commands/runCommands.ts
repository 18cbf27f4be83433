import { msg } from '@petal/ui/language'
import { selectHasBreakpoint, selectRun, selectSelection } from '../editor/selectors.ts'
import type { Command, CommandView } from './Command.ts'
import { hasSelectedSteps, isWaiting } from './enabled.ts'

/** Running the agent. */
export const runCommands: readonly Command[] = [
  {
    id: 'run',
    title: msg('Run'),
    titleNow: (view) => (isWaiting(view) ? msg('New run') : undefined),
    group: 'Run',
    keys: ['Mod+Enter'],
    inFields: true,
    isEnabled: ({ isRunning }) => !isRunning,
    run: ({ run }) => run.start(),
  },
  {
    id: 'stop',
    title: msg('Stop'),
    group: 'Run',
    keys: ['Mod+.'],
    inFields: true,
    isEnabled: (view) => view.isRunning || isWaiting(view),
    run: ({ run }) => run.stop(),
  },
  {
    id: 'pauseBefore',
    title: msg('Pause before this step'),
    group: 'Run',
    keys: ['F9'],
    isEnabled: hasSelectedSteps,
    isOn: ({ state }) => selectSelection(state).stepIds.every((id) => selectHasBreakpoint(state, id)),
    run: ({ editor }) => editor.actions.toggleBreakpoints(selectSelection(editor.store.getState()).stepIds),
  },
  {
    id: 'clearBreakpoints',
    title: msg('Remove all breakpoints'),
    group: 'Run',
    isEnabled: ({ state }) => Object.keys(state.session.breakpoints).length > 0,
    run: ({ editor }) => editor.actions.setBreakpoints({}),
  },
  {
    id: 'resume',
    title: msg('Continue from the breakpoint'),
    group: 'Run',
    keys: ['F8'],
    inFields: true,
    isEnabled: isAtBreakpoint,
    run: ({ run }) => run.resume(),
  },
  {
    id: 'step',
    title: msg('Run the next step only'),
    group: 'Run',
    keys: ['F10'],
    inFields: true,
    isEnabled: isAtBreakpoint,
    run: ({ run }) => run.step(),
  },
  {
    id: 'newThread',
    title: msg('New thread'),
    group: 'Run',
    keys: ['Shift+Alt+N'],
    inFields: true,
    isEnabled: ({ isRunning }) => !isRunning,
    run: ({ run }) => run.newThread(),
  },
  {
    id: 'clearRun',
    title: msg('Clear the last run from the canvas'),
    group: 'Run',
    isEnabled: ({ state, isRunning }) => !isRunning && state.runs.current !== undefined,
    run: ({ editor }) => editor.actions.clearRun(),
  },
]

function isAtBreakpoint(view: CommandView): boolean {
  const run = selectRun(view.state)
  // Where it asks as well, it goes on with the answer.
  return isWaiting(view) && run?.breakpoint !== undefined && run.questions.length === 0
}
