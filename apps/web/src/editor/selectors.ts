import type { AgentConfig, EdgeConfig, RunState, StepConfig } from '@petal/core/model'
import { listEdges } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { EditorState, Selection } from './EditorState.ts'

const stepsById = new WeakMap<readonly StepConfig[], ReadonlyMap<string, StepConfig>>()
const edgesOf = new WeakMap<AgentConfig, readonly EdgeConfig[]>()

export function selectDocument(state: EditorState): AgentDocument {
  return state.history.present
}

/** The agent without its layout: the same object until something with a meaning changes. */
export function selectAgent(state: EditorState): AgentConfig {
  return state.history.present.agent
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

export function selectStep(state: EditorState, stepId: string): StepConfig | undefined {
  return indexSteps(selectAgent(state)).get(stepId)
}

export function selectRun(state: EditorState): RunState | undefined {
  return state.runs.current
}

/** What a run reports about one step. */
export function selectStepRun(state: EditorState, stepId: string): RunState['steps'][string] | undefined {
  return state.runs.current?.steps[stepId]
}

/** What undo and redo would do next, as a menu says it; undefined when there is nothing. */
export function selectUndoLabel(state: EditorState): string | undefined {
  return state.history.past.at(-1)?.label
}

export function selectRedoLabel(state: EditorState): string | undefined {
  return state.history.future[0]?.label
}
