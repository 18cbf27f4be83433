import type {
  AgentConfig,
  EdgeConfig,
  FixedOutput,
  InnerRun,
  RunBreakpoint,
  RunState,
  StepConfig,
} from '@petal/core/model'
import { isSameRun, listEdges, listInnerRuns, selectInnerRun } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { EditorState, Selection } from './EditorState.ts'
import { fixedName } from './fixedName.ts'
import { focusDocument } from './focusDocument.ts'
import type { OpenedAgent, Trail } from './trail.ts'

const stepsById = new WeakMap<readonly StepConfig[], ReadonlyMap<string, StepConfig>>()
const edgesOf = new WeakMap<AgentConfig, readonly EdgeConfig[]>()

/** The whole file. */
export function selectFile(state: EditorState): AgentDocument {
  return state.history.present
}

/** The file's own agent, with all others, without its layout. */
export function selectFileAgent(state: EditorState): AgentConfig {
  return state.history.present.agent
}

/** The id of the agent that is opened in place; undefined for the file's own. */
export function selectFocus(state: EditorState): string | undefined {
  return state.session.trail.at(-1)?.agentId
}

/** The agent in hand: the one opened in place, else the file's own. It shares the file's agents. */
export function selectDocument(state: EditorState): AgentDocument {
  return focusDocument(state.history.present, selectFocus(state))
}

/** The agent in hand without its layout: the same object until something with a meaning changes. */
export function selectAgent(state: EditorState): AgentConfig {
  return selectDocument(state).agent
}

export function selectSelection(state: EditorState): Selection {
  return state.session.selection
}

/** The one selected step, when exactly one is selected. */
export function selectSelectedStepId(state: EditorState): string | undefined {
  const { stepIds } = state.session.selection
  return stepIds.length === 1 ? stepIds[0] : undefined
}

/** The steps of an agent by id. */
export function indexSteps(agent: AgentConfig): ReadonlyMap<string, StepConfig> {
  const known = stepsById.get(agent.steps)
  if (known) return known
  const index = new Map(agent.steps.map((step) => [step.id, step]))
  stepsById.set(agent.steps, index)
  return index
}

/** An agent's edges, explicit or implied by the order of its steps. */
export function edgesOfAgent(agent: AgentConfig): readonly EdgeConfig[] {
  const known = edgesOf.get(agent)
  if (known) return known
  const edges = listEdges(agent)
  edgesOf.set(agent, edges)
  return edges
}

/** A step as it was added, when it is still new. */
export function selectAdded({ session: { added, selection } }: EditorState, stepId: string): StepConfig | undefined {
  return added?.step.id === stepId && added.selection === selection ? added.step : undefined
}

export function selectStep(state: EditorState, stepId: string): StepConfig | undefined {
  return indexSteps(selectAgent(state)).get(stepId)
}

export function selectRun(state: EditorState): RunState | undefined {
  return state.runs.current
}

/** The run as far as it is one of the agent in hand: the run itself, or the chosen one of those within it. */
export function selectShownRun(state: EditorState): RunState | undefined {
  return selectRunAt(state, state.session.trail.length)
}

/** The same for the agent in hand when only so many of the opened ones were open. */
export function selectRunAt(state: EditorState, depth: number): RunState | undefined {
  return state.session.trail.slice(0, Math.max(0, depth)).reduce<RunState | undefined>(openInnerRun, state.runs.current)
}

function openInnerRun(run: RunState | undefined, opened: OpenedAgent): RunState | undefined {
  const shown = run && findShown(run, opened)
  return shown && selectInnerRun(run, shown)
}

/** Which of the runs that a step made is on screen: the chosen one, else the newest. */
function findShown(run: RunState, { stepId, run: chosen }: OpenedAgent): InnerRun | undefined {
  if (stepId === undefined) return undefined
  const runs = listInnerRuns(run, stepId)
  return runs.find((entry) => isSameRun(entry, chosen)) ?? runs.at(-1)
}

/** What the run reports about one step of the agent in hand. */
export function selectStepRun(state: EditorState, stepId: string): RunState['steps'][string] | undefined {
  return selectShownRun(state)?.steps[stepId]
}

/** Whether a run pauses before this step of the agent in hand. */
export function selectHasBreakpoint(state: EditorState, stepId: string): boolean {
  return state.session.breakpoints[selectFocus(state) ?? '']?.includes(stepId) ?? false
}

/** What runs take instead of running this step of the agent in hand, if so. */
export function selectFixedOutput(state: EditorState, stepId: string): FixedOutput | undefined {
  const { fixedOutputs } = state.session
  const name = fixedName(selectFocus(state), stepId)
  return Object.hasOwn(fixedOutputs, name) ? fixedOutputs[name] : undefined
}

/** The breakpoint that the run on screen of the agent in hand waits at; undefined when it does not wait at one. */
export function selectPausedAt(state: EditorState): RunBreakpoint | undefined {
  const { current } = state.runs
  const breakpoint = current?.status === 'paused' ? current.breakpoint : undefined
  if (breakpoint === undefined || breakpoint.agentId !== selectFocus(state)) return undefined
  return isOfAnother(breakpoint, current, state.session.trail) ? undefined : breakpoint
}

type RunPlace = Pick<RunBreakpoint, 'path' | 'key'>

/** Whether another run of an agent is on screen than the one at this place, as that of another item of a list. */
function isOfAnother(place: RunPlace, run: RunState | undefined, [opened, ...others]: Trail): boolean {
  const shown = opened && run && findShown(run, opened)
  if (run === undefined || shown === undefined) return false
  const [executionId, ...within] = place.path ?? []
  if (shown.executionId !== executionId) return true
  if (others.length === 0) return shown.key !== place.key
  return isOfAnother({ ...place, path: within }, selectInnerRun(run, shown), others)
}

/** Whether there is anything to undo. */
export function selectCanUndo(state: EditorState): boolean {
  return state.history.past.length > 0
}
