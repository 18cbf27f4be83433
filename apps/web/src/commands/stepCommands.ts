import { msg, t } from '@petal/ui/language'
import { selectSelectedStepId } from '../editor/selectors.ts'
import type { Command, CommandContext } from './Command.ts'
import { hasOneStep, hasSelectedCards, hasSteps, hasSuggestion } from './enabled.ts'

/** Adding, connecting, naming and arranging steps. */
export const stepCommands: readonly Command[] = [
  {
    id: 'addStep',
    title: msg('Add a step'),
    group: 'Steps',
    edits: true,
    keys: ['N'],
    run: ({ editor }) => editor.actions.askCanvas('pick'),
  },
  {
    id: 'addNote',
    title: msg('Add a note'),
    group: 'Steps',
    edits: true,
    keys: ['Shift+S'],
    run: ({ editor }) => editor.actions.askCanvas('note'),
  },
  {
    id: 'acceptSuggestion',
    title: msg('Accept the offered connection'),
    group: 'Steps',
    edits: true,
    keys: ['Tab'],
    // A new step's first field has the focus: there Tab makes the connection once, then goes from field to field again.
    inFields: true,
    hidden: true,
    isEnabled: hasSuggestion,
    run: ({ editor }) => editor.actions.acceptSuggestion(),
  },
  {
    id: 'declineSuggestion',
    title: msg('Take the offered connection back'),
    group: 'Steps',
    keys: ['Escape'],
    inFields: true,
    hidden: true,
    isEnabled: hasSuggestion,
    run: ({ editor }) => editor.actions.suggest(undefined),
  },
  {
    id: 'connect',
    title: msg('Connect to another step'),
    group: 'Steps',
    edits: true,
    keys: ['C'],
    isEnabled: hasOneStep,
    run: ({ editor }) => editor.actions.askCanvas('wire'),
  },
  {
    id: 'rename',
    title: msg('Rename'),
    group: 'Steps',
    edits: true,
    keys: ['F2'],
    isEnabled: hasOneStep,
    run: ({ editor }) => editor.actions.focusField('nodeName', selectSelectedStepId(editor.store.getState())),
  },
  {
    id: 'openPanel',
    title: msg('Open the panel'),
    group: 'Steps',
    keys: ['Enter'],
    hidden: true,
    isEnabled: hasOneStep,
    run: ({ editor }) => editor.actions.showSide('step'),
  },
  {
    id: 'tidy',
    title: msg('Tidy'),
    group: 'Steps',
    edits: true,
    keys: ['Shift+Alt+T'],
    isEnabled: hasSteps,
    run: ({ editor }) => editor.actions.askCanvas('tidy', editor.store.getState().session.selection.stepIds),
  },
  ...nudges(),
]

/** How the sheet of keys puts the eight commands that move: in few lines. */
export const nudgeKeys = [
  { title: msg('Move the selected steps'), keys: ['←', '→', '↑', '↓'] },
  { title: msg('Move them by one pixel'), keys: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'] },
  { title: msg('Move them while in the outline'), keys: ['Alt+←', 'Alt+→', 'Alt+↑', 'Alt+↓'] },
] as const

function nudges(): readonly Command[] {
  const ways = [
    ['Left', -1, 0],
    ['Right', 1, 0],
    ['Up', 0, -1],
    ['Down', 0, 1],
  ] as const
  return ways.flatMap(([name, dx, dy]): Command[] =>
    ([8, 1] as const).map((distance) => ({
      id: `nudge${name}${distance}`,
      title: t('Move {name} by {distance} px', { name: name.toLowerCase(), distance }),
      group: 'Steps',
      edits: true,
      keys: [distance === 8 ? `Arrow${name}` : `Shift+Arrow${name}`],
      hidden: true,
      isEnabled: hasSelectedCards,
      run: (context) => context.editor.actions.nudge(dx * distance, dy * distance, nudgeGesture(context)),
    })),
  )
}

/** Moves of the same selection one after the other are one entry; anything in between begins a new one. */
function nudgeGesture({ editor }: CommandContext): string {
  const { stepIds, noteIds } = editor.store.getState().session.selection
  return `nudge:${[...stepIds, ...noteIds].join(',')}`
}
