import type { EdgeConfig, StepConfig } from '@petal/core/model'
import type { EditorStore } from '../createEditorStore.ts'
import type {
  CanvasOrder,
  ChosenMoment,
  Comparison,
  DialogName,
  EditorState,
  Panels,
  Removed,
  RunTab,
  Selection,
  Session,
  SideTab,
  StepDrag,
} from '../EditorState.ts'
import { noSelection } from '../noSelection.ts'
import { announce } from './announce.ts'
import { outlineActions } from './outlineActions.ts'

/** The only writers of the session slice. */
export function sessionActions(store: EditorStore) {
  const patch = (change: (session: Session) => Partial<Session>): void =>
    store.setState((state) => ({ session: { ...state.session, ...change(state.session) } }))
  const setPanels = (panels: Partial<Panels>): void =>
    patch((session) => ({ panels: { ...session.panels, ...panels } }))
  // Counted on when another agent is opened: a form that has answered the one before must not take the next for it.
  const nextFocus = createCounter()
  return {
    select: (ids: Partial<Selection>): void => {
      const selection = { ...noSelection, ...ids }
      store.setState((state) => (isSelected(state, selection) ? state : withSelection(state, selection)))
    },
    setPanels,
    /** Shows a tab of the side panel, opening the panel when it is closed. */
    showSide: (sideTab: SideTab): void => setPanels({ sideOpen: true, sideTab }),
    /** Shows a tab of the run panel, opening the panel when it is closed. */
    showRun: (runTab: RunTab): void => setPanels({ runOpen: true, runTab }),
    /** Shows a moment of a run, in all tabs of its panel. */
    showMoment: (moment: ChosenMoment): void => patch(() => ({ moment })),
    /** What is open is kept under another id from now on: another tab had changed the agent of the old one. */
    moveTo: (agentId: string): void => patch(() => ({ agentId })),
    /** A link has brought an agent, packed; undefined once it is looked at. */
    offerShared: (shared: string | undefined): void => patch(() => ({ shared })),
    /** Shows two agents as one picture; undefined leaves it. */
    compare: (comparison: Comparison | undefined): void => patch(() => ({ comparison })),
    setDialog: (dialog: DialogName | undefined): void => patch(() => ({ dialog })),
    /** Selects the step, opens its panel and asks for the focus in a field; `path` as in a `Problem`. */
    focusField: (path: string, stepId?: string): void =>
      patch((session) => ({
        ...(stepId === undefined ? {} : { selection: { ...noSelection, stepIds: [stepId] } }),
        panels: { ...session.panels, sideOpen: true, sideTab: stepId === undefined ? 'agent' : 'step' },
        focusField: {
          ...(stepId === undefined ? {} : { stepId }),
          path,
          request: nextFocus(),
        },
      })),
    /** Selects a new step, opens its panel and asks for the focus in what is to be filled in first. */
    focusForm: (stepId: string): void =>
      patch((session) => ({
        selection: { ...noSelection, stepIds: [stepId] },
        panels: { ...session.panels, sideOpen: true, sideTab: 'step' },
        focusField: { stepId, request: nextFocus() },
      })),
    /** Takes the selected step as one that was only just added; undefined ends that. */
    markAdded: (step: StepConfig | undefined): void =>
      patch(({ selection }) => ({ added: step && { step, selection } })),
    /** Shows a question of the run in its panel, and puts the focus there. */
    focusQuestion: (questionId: string): void =>
      patch(({ panels }) => ({
        panels: { ...panels, runOpen: true, runTab: 'run' },
        focusQuestion: { questionId, request: nextFocus() },
      })),
    /** Asks the canvas for something only it can do. */
    askCanvas: (order: CanvasOrder, stepIds?: readonly string[]): void =>
      patch((session) => ({
        canvasRequest: { order, ...(stepIds === undefined ? {} : { stepIds }), request: nextRequest(session) },
      })),
    /** The same about an edge: to draw one from its exit, to lead it elsewhere, or to put a step into it. */
    askAboutEdge: (order: 'wire' | 'rewire' | 'insert', edge: EdgeConfig): void =>
      patch((session) => ({ canvasRequest: { order, edge, request: nextRequest(session) } })),
    ...outlineActions(patch),
    /** Steps were deleted: what went with them may be told. */
    tellRemoved: (removed: Removed): void => patch(() => ({ removed })),
    /** Picks a step type up in the palette. */
    startDrag: (drag: StepDrag): void => patch(() => ({ drag })),
    endDrag: (): void => patch(() => ({ drag: undefined })),
    /** Offers a connection, or takes the offer back. */
    suggest: (suggestion: EdgeConfig | undefined): void => patch(() => ({ suggestion })),
    /** Keeps what could not be used of the plugins, to be read beside the step types. */
    tellPluginProblems: (pluginProblems: readonly string[]): void => patch(() => ({ pluginProblems })),
    /** Says why something cannot be done. */
    refuse: (text: string): void =>
      patch(({ refusal }) => ({ refusal: { text, request: (refusal?.request ?? 0) + 1 } })),
    /** Says a sentence to screen readers. */
    announce: (text: string): void => store.setState((state) => announce(state, text)),
  }
}

function createCounter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

function nextRequest({ canvasRequest }: Session): number {
  return (canvasRequest?.request ?? 0) + 1
}

function withSelection(state: EditorState, selection: Selection): Partial<EditorState> {
  const { panels } = state.session
  const one = selection.stepIds.length === 1
  const sideTab: SideTab = one ? 'step' : panels.sideTab
  return {
    session: { ...state.session, selection, panels: sideTab === panels.sideTab ? panels : { ...panels, sideTab } },
  }
}

function isSelected({ session: { selection } }: EditorState, { stepIds, edgeIds, noteIds }: Selection): boolean {
  return (
    sameIds(selection.stepIds, stepIds) && sameIds(selection.edgeIds, edgeIds) && sameIds(selection.noteIds, noteIds)
  )
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
