import { msg } from '@petal/ui/language'
import type { SideTab } from '../editor/EditorState.ts'
import type { Command } from './Command.ts'
import { hasSelectedSteps, hasSelection, hasSteps } from './enabled.ts'

/** The camera and the panels. */
export const viewCommands: readonly Command[] = [
  {
    id: 'fitView',
    title: msg('Fit view'),
    group: 'View',
    keys: ['1'],
    isEnabled: hasSteps,
    run: ({ editor }) => editor.actions.askCanvas('fit'),
  },
  {
    id: 'showSelection',
    title: msg('Zoom to the selection'),
    group: 'View',
    keys: ['2'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.askCanvas('show'),
  },
  {
    id: 'actualSize',
    title: msg('Zoom to 100 %'),
    group: 'View',
    keys: ['0'],
    run: ({ editor }) => editor.actions.askCanvas('actualSize'),
  },
  {
    id: 'zoomIn',
    title: msg('Zoom in'),
    group: 'View',
    keys: ['+', '='],
    run: ({ editor }) => editor.actions.askCanvas('zoomIn'),
  },
  {
    id: 'zoomOut',
    title: msg('Zoom out'),
    group: 'View',
    keys: ['-'],
    run: ({ editor }) => editor.actions.askCanvas('zoomOut'),
  },
  {
    id: 'toggleOverview',
    title: msg('Show or hide the overview'),
    group: 'View',
    keys: ['M'],
    run: ({ editor }) => togglePanel(editor.actions, editor.store.getState().session.panels, 'overviewOpen'),
  },
  {
    id: 'toggleOutline',
    title: msg('Outline'),
    group: 'View',
    keys: ['O'],
    isOn: ({ state }) => state.session.panels.outlineOpen,
    run: ({ editor }) => {
      const isOpen = editor.store.getState().session.panels.outlineOpen
      if (isOpen) editor.actions.setPanels({ outlineOpen: false })
      else editor.actions.goToOutline()
    },
  },
  {
    id: 'goToOutline',
    title: msg('Go to the outline'),
    group: 'View',
    keys: ['Shift+Alt+O'],
    inFields: true,
    run: ({ editor }) => editor.actions.goToOutline(),
  },
  {
    id: 'togglePalette',
    title: msg('Show or hide the palette'),
    group: 'View',
    keys: ['['],
    run: ({ editor }) => togglePanel(editor.actions, editor.store.getState().session.panels, 'paletteOpen'),
  },
  {
    id: 'toggleSide',
    title: msg('Show or hide the side panel'),
    group: 'View',
    keys: [']'],
    run: ({ editor }) => togglePanel(editor.actions, editor.store.getState().session.panels, 'sideOpen'),
  },
  {
    id: 'toggleRun',
    title: msg('Show or hide the run panel'),
    group: 'View',
    keys: ['R'],
    run: ({ editor }) => togglePanel(editor.actions, editor.store.getState().session.panels, 'runOpen'),
  },
  {
    id: 'closeAgent',
    title: msg('Back to the agent that calls this one'),
    group: 'View',
    keys: ['Escape'],
    // The first press of Escape takes the selection back, as everywhere.
    isEnabled: ({ state }) => state.session.trail.length > 0 && !hasSelection({ state }),
    run: ({ editor }) => editor.actions.closeAgent(),
  },
  sideTab('showAgent', msg('Show the agent’s settings'), 'agent'),
  sideTab('showState', msg('Show the state'), 'state'),
  sideTab('showProblems', msg('Show the problems'), 'problems'),
]

type Actions = Parameters<Command['run']>[0]['editor']['actions']
type Panels = Parameters<Actions['setPanels']>[0]

function togglePanel(
  actions: Actions,
  panels: Panels,
  name: 'paletteOpen' | 'sideOpen' | 'runOpen' | 'overviewOpen',
): void {
  actions.setPanels({ [name]: !panels[name] })
}

function sideTab(id: string, title: string, tab: SideTab): Command {
  return { id, title, group: 'View', run: ({ editor }) => editor.actions.showSide(tab) }
}
