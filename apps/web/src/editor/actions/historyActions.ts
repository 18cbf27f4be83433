import type { AgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { type AgentDocument, toAgentDocument } from '../AgentDocument.ts'
import type { EditorStore } from '../createEditorStore.ts'
import type { EntryWords } from '../createEntryWords.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import type { EditLabel } from '../EditLabel.ts'
import type { EditorState } from '../EditorState.ts'
import { focusDocument, putBack } from '../focusDocument.ts'
import {
  commitToHistory,
  createHistory,
  type History,
  type HistoryPolicy,
  redoHistory,
  undoHistory,
} from '../history.ts'
import { noSelection } from '../noSelection.ts'
import { pruneSelection } from '../pruneSelection.ts'
import { selectDocument, selectFocus } from '../selectors.ts'
import { findTrail, listChanged, pruneTrail } from '../trail.ts'
import { announce } from './announce.ts'
import { withTrail } from './withTrail.ts'

/** A saved agent to open in the editor. */
export interface OpenAgent {
  readonly id: string
  readonly config: AgentConfig
  /** What `importHistory` gave, so that undo goes on after a reload. */
  readonly history?: History<AgentDocument>
  /** Why it may be looked at but not changed. */
  readonly readOnly?: string
}

type DocumentOperation = (document: AgentDocument) => AgentDocument
type AgentOperation = (agent: AgentConfig) => AgentConfig

/** The only writers of the history slice. */
export function historyActions(store: EditorStore, facts: StepFactsSource, entryWords: EntryWords) {
  const showChange = (state: EditorState, history: History<AgentDocument>): EditorState => {
    const steppedFrom = state.history.present
    const next = followChange(withHistory(state, history), steppedFrom, facts)
    return { ...next, session: { ...next.session, steppedFrom } }
  }
  const commitFile = (label: EditLabel, operation: DocumentOperation, policy: HistoryPolicy): boolean => {
    const { readOnly } = store.getState().session
    store.setState((state) =>
      readOnly === undefined
        ? withHistory(state, commitToHistory(state.history, label, operation(state.history.present), policy))
        : announce(state, readOnly),
    )
    return readOnly === undefined
  }
  const commit = (label: EditLabel, operation: DocumentOperation, policy: HistoryPolicy): boolean => {
    const focus = selectFocus(store.getState())
    return commitFile(label, (file) => putBack(file, focus, operation(focusDocument(file, focus))), policy)
  }
  return {
    /**
     * Changes the agent in hand. `policy` says what the change means for undo; there is no default on purpose. False
     * when nothing may be changed, which is then said.
     */
    commit,
    /** The same for the whole file, whichever of its agents is in hand. */
    commitFile,
    /** Changes what the agent in hand means; its layout stays. False when nothing may be changed. */
    edit: (label: EditLabel, operation: AgentOperation, policy: HistoryPolicy): boolean =>
      commit(label, (document) => withAgent(document, operation), policy),
    /** The same for the whole file. */
    editFile: (label: EditLabel, operation: AgentOperation, policy: HistoryPolicy): boolean =>
      commitFile(label, (file) => withAgent(file, operation), policy),
    /** Replaces the whole file, as one entry: a restored version, an import over the open agent. */
    replaceFile: (label: EditLabel, config: AgentConfig): boolean =>
      commitFile(label, () => toAgentDocument(config), 'record'),
    undo: (): void =>
      store.setState((state) => {
        const label = entryWords.current.getState().undo(state.history)
        if (label === undefined) return announce(state, t('Nothing to undo'))
        return announce(showChange(state, undoHistory(state.history)), t('Undone: {label}', { label }))
      }),
    redo: (): void =>
      store.setState((state) => {
        const label = entryWords.current.getState().redo(state.history)
        if (label === undefined) return announce(state, t('Nothing to redo'))
        return announce(showChange(state, redoHistory(state.history)), t('Done again: {label}', { label }))
      }),
    /**
     * Puts an agent into the editor, with nothing selected and no run. The one that is open, as it became elsewhere, only
     * takes the place of what it was: its run, what is selected and where one is stay.
     */
    open: (agent: OpenAgent): void =>
      store.setState((state) => {
        const { agentId, readOnly } = state.session
        return agent.id === agentId && agent.readOnly === readOnly ? followAgent(state, agent) : showAgent(state, agent)
      }),
  }
}

function followAgent(state: EditorState, { config, history }: OpenAgent): EditorState {
  return withHistory(state, history ?? createHistory(toAgentDocument(config)))
}

function showAgent({ session }: EditorState, { id, config, history, readOnly }: OpenAgent): EditorState {
  const isSame = id === session.agentId
  return {
    history: history ?? createHistory(toAgentDocument(config)),
    runs: { current: undefined },
    session: {
      ...session,
      agentId: id,
      opened: isSame ? session.opened : session.opened + 1,
      readOnly,
      trail: [],
      selections: {},
      breakpoints: isSame ? session.breakpoints : {},
      fixedOutputs: isSame ? session.fixedOutputs : {},
      selection: noSelection,
      focusField: undefined,
      outlineInHand: false,
      removed: undefined,
      suggestion: undefined,
      canvasRequest: { order: 'open', request: (session.canvasRequest?.request ?? 0) + 1 },
    },
  }
}

function withAgent(document: AgentDocument, operation: AgentOperation): AgentDocument {
  const agent = operation(document.agent)
  return agent === document.agent ? document : { ...document, agent }
}

function withHistory(state: EditorState, history: History<AgentDocument>): EditorState {
  if (history === state.history) return state
  const next = withTrail({ ...state, history }, pruneTrail(state.session.trail, history.present))
  const selection = pruneSelection(next.session.selection, selectDocument(next))
  // An offer belongs to the document it was made for.
  return { ...next, session: { ...next.session, selection, suggestion: undefined } }
}

/** Opens the agent in which something changed, when it is not the one in hand. */
function followChange(state: EditorState, before: AgentDocument, facts: StepFactsSource): EditorState {
  const { present } = state.history
  const changed = listChanged(before, present)
  if (changed.length === 0 || changed.includes(selectFocus(state))) return state
  const [first] = changed
  return withTrail(state, first === undefined ? [] : findTrail(present, facts, first))
}
