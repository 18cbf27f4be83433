import type { EdgeConfig, RunState } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { History } from './history.ts'

/** What is selected on the canvas. */
export interface Selection {
  readonly stepIds: readonly string[]
  /** Ids made by `edgeId`. */
  readonly edgeIds: readonly string[]
}

/** The tabs of the side panel and of the run panel. */
export type SideTab = 'step' | 'agent' | 'state' | 'problems'
export type RunTab = 'run' | 'timeline' | 'state' | 'messages'

export interface Panels {
  readonly paletteOpen: boolean
  readonly sideOpen: boolean
  readonly sideTab: SideTab
  readonly runOpen: boolean
  readonly runTab: RunTab
}

/** The dialogs that cover the editor; one at a time. */
export type DialogName = 'library' | 'import' | 'export' | 'keys' | 'settings' | 'commands' | 'shortcuts'

/** A field that should take the focus. `path` is written like `Problem.path`. */
export interface FocusRequest {
  readonly stepId?: string
  readonly path: string
  /** Counts up, so that asking for the same field again is noticed. */
  readonly request: number
}

/** Where the camera should go. */
export interface ViewportRequest {
  readonly kind: 'fit' | 'selection' | 'zoomIn' | 'zoomOut' | 'actualSize'
  readonly stepIds?: readonly string[]
  readonly request: number
}

/** What is neither saved nor undone. */
export interface Session {
  /** The library's id of the open agent; undefined before one is opened. */
  readonly agentId: string | undefined
  /** Why nothing may be changed, or undefined. */
  readonly readOnly: string | undefined
  readonly selection: Selection
  readonly panels: Panels
  readonly dialog: DialogName | undefined
  readonly focusField: FocusRequest | undefined
  readonly viewport: ViewportRequest | undefined
  /** The newest sentence for screen readers. */
  readonly announcement: { readonly text: string; readonly request: number }
  /** A connection the editor offers; Tab accepts it. */
  readonly suggestion: EdgeConfig | undefined
  /** Counts up when step types were registered or replaced. */
  readonly registryRevision: number
}

/** What the engine reported. Written by `receive` only. */
export interface Runs {
  readonly current: RunState | undefined
}

/** The editor's whole state, as plain data: three slices by lifetime. */
export interface EditorState {
  readonly history: History<AgentDocument>
  readonly session: Session
  readonly runs: Runs
}
