import { type AgentConfig, createDefaultRegistry, type EdgeConfig, type Position } from '@petal/core/model'
import { toAgentDocument } from './AgentDocument.ts'
import { arranging } from './arranging.ts'
import { createEditor } from './createEditor.ts'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { edgeId } from './edgeId.ts'
import { lateActions } from './lateActions.ts'
import * as planning from './planning.ts'
import { sayLabel } from './sayLabel.ts'
import { edgesOfAgent, selectDocument } from './selectors.ts'

/** An editor with a person's verbs, for tests: what is done reads like a story, what is asked is the agent. */
export function createTestEditor(config: AgentConfig = createEmptyAgent()) {
  const editor = createEditor(createDefaultRegistry(), toAgentDocument(config))
  const { store, actions, planner } = editor
  planner.begin(planning)
  const verbs = {
    editor,
    actions,
    late: lateActions(editor),
    arrange: arranging(editor),
    /** Drops a step from the palette on the canvas. Gives its id. */
    drop: (strategyType: string, at: Position = [0, 0]) => actions.addStep(strategyType, { at }) ?? '',
    /** Drops it on the wire between two steps. */
    dropOnWire: (strategyType: string, from: string, to: string) => {
      const onEdge = verbs.edges.find((edge) => edge.from === from && edge.to === to) ?? { from, to }
      return actions.addStep(strategyType, { at: [170, 0], onEdge })
    },
    /** Clicks it in the palette. */
    click: (strategyType: string) => actions.addStepBeside(strategyType),
    connect: (from: string, to: string, exit?: string) =>
      actions.connect(exit === undefined ? { from, to } : { from, exit, to }),
    select: (...stepIds: readonly string[]) => actions.select({ stepIds }),
    undo: () => actions.undo(),
    redo: () => actions.redo(),
    get agent() {
      return selectDocument(store.getState()).agent
    },
    get layout() {
      return selectDocument(store.getState()).layout
    },
    get edges(): readonly EdgeConfig[] {
      return edgesOfAgent(selectDocument(store.getState()).agent)
    },
    /** The edges as short texts, such as `START→a` and `b:yes→c`. */
    get wires(): readonly string[] {
      return verbs.edges.map(edgeId)
    },
    get ids(): readonly string[] {
      return verbs.agent.steps.map((step) => step.id)
    },
    get selected() {
      return store.getState().session.selection.stepIds
    },
    get undoable() {
      return store.getState().history.past.map(({ label }) => sayLabel(label))
    },
  }
  return verbs
}

export type TestEditor = ReturnType<typeof createTestEditor>
