import { createStore, type StoreApi } from 'zustand/vanilla'
import { type AgentDocument, toAgentDocument } from './AgentDocument.ts'
import { createEmptyAgent } from './createEmptyAgent.ts'
import type { EditorState, Session } from './EditorState.ts'
import { createHistory } from './history.ts'
import { noSelection } from './noSelection.ts'

export type EditorStore = StoreApi<EditorState>

const initialSession: Session = {
  agentId: undefined,
  opened: 0,
  readOnly: undefined,
  trail: [],
  selection: noSelection,
  added: undefined,
  selections: {},
  breakpoints: {},
  fixedOutputs: {},
  panels: {
    paletteOpen: true,
    sideOpen: true,
    sideTab: 'step',
    runOpen: true,
    outlineOpen: false,
    overviewOpen: false,
    gridOn: false,
    runTab: 'run',
  },
  moment: undefined,
  dialog: undefined,
  comparison: undefined,
  shared: undefined,
  focusField: undefined,
  focusQuestion: undefined,
  canvasRequest: undefined,
  focusOutline: false,
  outlineInHand: false,
  drag: undefined,
  announcement: { text: '', request: 0 },
  removed: undefined,
  refusal: undefined,
  suggestion: undefined,
  registryRevision: 0,
  pluginProblems: [],
}

/** A store for one editor. Only `editorActions` writes to it. */
export function createEditorStore(document: AgentDocument = toAgentDocument(createEmptyAgent())): EditorStore {
  return createStore<EditorState>(() => ({
    history: createHistory(document),
    session: initialSession,
    runs: { current: undefined },
  }))
}
