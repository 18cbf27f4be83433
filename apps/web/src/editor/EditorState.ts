import type { AgentConfig, EdgeConfig, FixedOutput, RunState, StepConfig } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { History } from './history.ts'
import type { Trail } from './trail.ts'

/** What is selected on the canvas. */
export interface Selection {
  readonly stepIds: readonly string[]
  /** Ids made by `edgeId`. */
  readonly edgeIds: readonly string[]
  readonly noteIds: readonly string[]
}

/** A step as it was added. It is new as long as this selection stands. */
export interface NewlyAdded {
  readonly step: StepConfig
  readonly selection: Selection
}

/** The tabs of the side panel and of the run panel. */
export type SideTab = 'step' | 'agent' | 'state' | 'problems'
export type RunTab = 'run' | 'timeline' | 'state' | 'messages' | 'logs' | 'usage'

export interface Panels {
  readonly paletteOpen: boolean
  readonly sideOpen: boolean
  readonly sideTab: SideTab
  readonly runOpen: boolean
  /** The rows of what the canvas shows: beside it, or in its place where there is no room for both. */
  readonly outlineOpen: boolean
  /** The small map in the corner of the canvas. */
  readonly overviewOpen: boolean
  /** Whether cards that are dragged stand at the dots of the canvas. */
  readonly gridOn: boolean
  readonly runTab: RunTab
}

/** The dialogs that cover the editor; one at a time. */
export type DialogName =
  | 'library'
  | 'takeAgent'
  | 'import'
  | 'export'
  | 'versions'
  | 'compare'
  | 'tests'
  | 'saveTest'
  | 'keys'
  | 'settings'
  | 'plugins'
  | 'commands'
  | 'find'
  | 'shortcuts'

/** The moment of a run that is looked at. */
export interface ChosenMoment {
  readonly runId: string
  /** An execution's id, `start`, or that of an edit. */
  readonly id: string
}

/** A field that should take the focus. */
export interface FocusRequest {
  readonly stepId?: string
  /** Written like `Problem.path`; without one, what is to be filled in first: only the form knows. */
  readonly path?: string
  /** Counts up, so that asking for the same field again is noticed. */
  readonly request: number
}

/** A question that should take the focus. */
export interface QuestionRequest {
  readonly questionId: string
  /** Counts up, so that asking for the same one again is noticed. */
  readonly request: number
}

/**
 * What the canvas can be asked to do from outside: move the camera, tidy, open the step picker, draw a wire by keys.
 * `open` shows an agent that was just opened, `show` the steps named as large as they fit, `reveal` brings them into view
 * at the same zoom, if they are not. `wire` draws one from a step or from the exit of an edge, `rewire` leads an edge
 * elsewhere, `insert` puts a step into it.
 */
export type CanvasOrder =
  | 'open'
  | 'fit'
  | 'show'
  | 'reveal'
  | 'zoomIn'
  | 'zoomOut'
  | 'actualSize'
  | 'tidy'
  | 'pick'
  | 'note'
  | 'renameGroup'
  | 'wire'
  | 'rewire'
  | 'insert'

export interface CanvasRequest {
  readonly order: CanvasOrder
  /** The steps it is about; none means all of them, or those selected. */
  readonly stepIds?: readonly string[]
  /** The edge it is about. */
  readonly edge?: EdgeConfig
  /** Counts up, so that asking for the same again is noticed. */
  readonly request: number
}

/** Two agents to be looked at as one picture. */
export interface Comparison {
  /** What is compared, as a heading says it. */
  readonly title: string
  readonly before: AgentConfig
  readonly after: AgentConfig
}

/** A step type on its way from the palette to the canvas. */
export interface StepDrag {
  readonly strategyType: string
  /** Where the pointer picked it up, in window pixels. */
  readonly x: number
  readonly y: number
}

/** Ids of steps by the ids of their agents in the file; those of its own agent under ''. */
export type MarkedSteps = Readonly<Record<string, readonly string[]>>

/** By step id; of a step of an agent within the file by `fixedName`. */
export type FixedOutputs = Readonly<Record<string, FixedOutput>>

/** Steps that were deleted. */
export interface Removed {
  /** The agent in hand. */
  readonly before: AgentConfig
  readonly after: AgentConfig
  /** All that is open, as it was then. */
  readonly file: AgentDocument
}

/** What is neither saved nor undone. */
export interface Session {
  /** The library's id of the open agent; undefined before one is opened. */
  readonly agentId: string | undefined
  /** Counts up with every other agent that is put into the editor; one that only goes by another id stays the same. */
  readonly opened: number
  /** Why nothing may be changed, or undefined. */
  readonly readOnly: string | undefined
  /** The agents of the file that are opened in place. */
  readonly trail: Trail
  readonly selection: Selection
  /** What was added last, until something else is selected or a run is refused: nobody has had a chance to fill it in. */
  readonly added: NewlyAdded | undefined
  /** What was selected in agents that are not in hand, by their ids; that of the file's own under ''. */
  readonly selections: Readonly<Record<string, Selection>>
  /** The steps that a run pauses before, by the ids of their agents as above. Kept on this device, never in the file. */
  readonly breakpoints: MarkedSteps
  /** What is taken instead of running steps. Kept on this device, never in the file. */
  readonly fixedOutputs: FixedOutputs
  readonly panels: Panels
  /** Undefined, or of another run: the newest moment is shown. */
  readonly moment: ChosenMoment | undefined
  readonly dialog: DialogName | undefined
  /** What is compared on a canvas of its own; it covers the editor. */
  readonly comparison: Comparison | undefined
  /** An agent that a link brought, packed; until it is looked at. */
  readonly shared: string | undefined
  readonly focusField: FocusRequest | undefined
  readonly focusQuestion: QuestionRequest | undefined
  readonly canvasRequest: CanvasRequest | undefined
  /** The outline should take the focus, once it is there. */
  readonly focusOutline: boolean
  /** Keys go to the rows of the outline, or will once what lies over the page is closed. */
  readonly outlineInHand: boolean
  readonly drag: StepDrag | undefined
  /** The newest sentence for screen readers. */
  readonly announcement: { readonly text: string; readonly request: number }
  /** The file as it was before the newest undo or redo: another object each time. */
  readonly steppedFrom?: AgentDocument
  /** The newest deletion of steps. */
  readonly removed: Removed | undefined
  /** Why the last thing a person asked for cannot be done. */
  readonly refusal: { readonly text: string; readonly request: number } | undefined
  /** A connection the editor offers; Tab accepts it. */
  readonly suggestion: EdgeConfig | undefined
  /** Counts up when step types were registered or replaced. */
  readonly registryRevision: number
  /** Which plugins could not be used and why, in plain words. */
  readonly pluginProblems: readonly string[]
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
