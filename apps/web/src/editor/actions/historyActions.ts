import type { AgentConfig } from '@petal/core/model'
import { type AgentDocument, toAgentDocument } from '../AgentDocument.ts'
import type { EditorStore } from '../createEditorStore.ts'
import type { EditorState } from '../EditorState.ts'
import {
  commitToHistory,
  createHistory,
  type History,
  type HistoryPolicy,
  redoHistory,
  undoHistory,
} from '../history.ts'
import { pruneSelection } from '../pruneSelection.ts'
import { announce } from './announce.ts'

/** A saved agent to open in the editor. */
export interface OpenAgent {
  readonly id: string
  readonly config: AgentConfig
  /** What `importHistory` gave, so that undo goes on after a reload. */
  readonly history?: History<AgentDocument>
  /** Why it may be looked at but not changed. */
  readonly readOnly?: string
}

/** The only writers of the history slice. */
export function historyActions(store: EditorStore) {
  /**
   * Changes the document. `policy` says what the change means for undo; there is no default on purpose. False when
   * nothing may be changed, which is then said.
   */
  const commit = (
    label: string,
    operation: (document: AgentDocument) => AgentDocument,
    policy: HistoryPolicy,
  ): boolean => {
    const { readOnly } = store.getState().session
    store.setState((state) =>
      readOnly === undefined
        ? withHistory(state, commitToHistory(state.history, label, operation(state.history.present), policy))
        : announce(state, readOnly),
    )
    return readOnly === undefined
  }
  return {
    commit,
    /** Changes what the agent means; its layout stays. False when nothing may be changed. */
    edit: (label: string, operation: (agent: AgentConfig) => AgentConfig, policy: HistoryPolicy): boolean =>
      commit(
        label,
        (document) => {
          const agent = operation(document.agent)
          return agent === document.agent ? document : { ...document, agent }
        },
        policy,
      ),
    /** Replaces the whole agent, as one entry: a restored version, an import over the open agent. */
    replaceAgent: (label: string, config: AgentConfig): boolean =>
      commit(label, () => toAgentDocument(config), 'record'),
    undo: (): void =>
      store.setState((state) => {
        const label = state.history.past.at(-1)?.label
        if (label === undefined) return announce(state, 'Nothing to undo')
        return announce(withHistory(state, undoHistory(state.history)), `Undone: ${label}`)
      }),
    redo: (): void =>
      store.setState((state) => {
        const label = state.history.future[0]?.label
        if (label === undefined) return announce(state, 'Nothing to redo')
        return announce(withHistory(state, redoHistory(state.history)), `Done again: ${label}`)
      }),
    /** Puts another agent into the editor, with nothing selected and no run. */
    open: ({ id, config, history, readOnly }: OpenAgent): void =>
      store.setState((state) => ({
        history: history ?? createHistory(toAgentDocument(config)),
        runs: { current: undefined },
        session: {
          ...state.session,
          agentId: id,
          readOnly,
          selection: { stepIds: [], edgeIds: [] },
          focusField: undefined,
          suggestion: undefined,
          canvasRequest: { order: 'open', request: (state.session.canvasRequest?.request ?? 0) + 1 },
        },
      })),
  }
}

function withHistory(state: EditorState, history: History<AgentDocument>): EditorState {
  if (history === state.history) return state
  const selection = pruneSelection(state.session.selection, history.present)
  // An offer belongs to the document it was made for.
  const session = { ...state.session, selection, suggestion: undefined }
  return { ...state, history, session }
}
