import type { RunOrigin, State } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { Editor } from '../editor/createEditor.ts'
import type { StepFactsSource } from '../editor/createStepFacts.ts'
import type { EditorState } from '../editor/EditorState.ts'

/** What commands work on. */
export interface CommandContext {
  readonly editor: Editor
  /** The run controller's verbs, as far as commands need them. */
  readonly run: {
    /** Runs the agent on screen with the input at hand, or says what is in the way. */
    start(): void
    stop(): void
    /** Leaves the conversation on screen as it is, and begins a new one. */
    newThread(): void
    /** Goes on from a breakpoint. */
    resume(): void
    /** Goes on from a breakpoint as far as the next step. */
    step(): void
    /** Goes on from a breakpoint, or begins a run, until these steps of the agent in hand are next. */
    runTo(stepIds: readonly string[]): void
    /** Prepares a new run that begins at the newest execution of this step of the agent in hand. */
    fork(stepId: string): void
    /** Begins a new run at a moment of another one. */
    startFrom(input: State, origin: RunOrigin): void
    readonly isRunning: boolean
    /** False for a run that waits and cannot go on here. */
    readonly canGoOn: boolean
  }
  /** Files and folders of this computer. */
  readonly files: {
    open(): void
    openFolder(): void
    /** Saves the agent to its file. */
    save(): void
    /** Whether the open agent has a file. */
    readonly hasFile: boolean
    /** Whether the browser can do it at all. */
    readonly isSupported: boolean
  }
}

/** What a command may look at to know whether it can do anything now. */
export interface CommandView {
  readonly state: EditorState
  readonly facts: StepFactsSource
  readonly isRunning: boolean
  readonly canGoOn: boolean
  readonly files: Pick<CommandContext['files'], 'hasFile' | 'isSupported'>
}

/** The headings of the command palette and the sheet of keys. */
export const commandGroups = [msg('Edit'), msg('Steps'), msg('View'), msg('Run'), msg('Agent'), msg('Help')] as const
export type CommandGroup = (typeof commandGroups)[number]

/** One thing a person can do, for key bindings, menus, tooltips, the command palette and the sheet of keys alike. */
export interface Command {
  readonly id: string
  /** In the imperative, as a menu says it. */
  readonly title: string
  /** What menus call it while that is something else. */
  titleNow?(view: CommandView): string | undefined
  readonly group: CommandGroup
  /** Keys such as `Mod+Shift+Z`; the first one is shown. `Mod` is Command on a Mac, else Ctrl. */
  readonly keys?: readonly string[]
  /** Keys that also work while a field of the document has the focus. */
  readonly inFields?: true
  /** The browser delivers these keys as events of its own: they are shown, not bound. */
  readonly native?: true
  /** Not listed in the command palette: it makes sense by its key only. */
  readonly hidden?: true
  readonly danger?: true
  /** It changes the agent: nothing for one that may only be looked at. */
  readonly edits?: true
  /** Default: always. */
  isEnabled?(view: CommandView): boolean
  /** For what is on or off: a menu shows a tick. */
  isOn?(view: CommandView): boolean
  run(context: CommandContext): void
}
