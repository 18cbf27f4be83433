import {
  type EdgeConfig,
  type Json,
  type JsonObject,
  type Position,
  type StepConfig,
  updateStep,
} from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import { freePlace } from '../freePlace.ts'
import { connectStep } from '../operations/connectStep.ts'
import { type Inserted, insertStep, insertStepOnEdge, type NewStep } from '../operations/insertStep.ts'
import { moveSteps, moveStepsBy } from '../operations/moveSteps.ts'
import { removeSelection } from '../operations/removeSelection.ts'
import { columnWidth } from '../placeSteps.ts'
import { selectDocument, selectSelection } from '../selectors.ts'
import { parsePath, setAtPath } from '../setAtPath.ts'
import type { EditorTools } from './EditorTools.ts'

/** Where a new step goes: a place, and what it hangs on. */
export interface AddStepOptions {
  readonly at?: Position
  /** The edge to splice it into. */
  readonly onEdge?: EdgeConfig
  /** The exit to connect it to. */
  readonly after?: { readonly stepId: string; readonly exit?: string }
}

/** What a person does with steps. */
export function stepActions(tools: EditorTools) {
  const { store, history, session } = tools
  return {
    /** Adds a step, selects it and opens its panel: one undo entry. Gives its id. */
    addStep: (strategyType: string, options: AddStepOptions = {}): string => {
      const document = selectDocument(store.getState())
      const inserted = planInsertion(tools, document, strategyType, options)
      history.commit(`Add ${titleOf(tools, strategyType)}`, () => inserted.document, 'record')
      session.select({ stepIds: [inserted.stepId] })
      session.announce(`Added ${titleOf(tools, strategyType)}`)
      return inserted.stepId
    },
    /**
     * Sets a value of a step. `path` as in a `Problem`: `config.prompt`, `nodeName`, `timeout`; no value removes it.
     * Changes of one `gesture` (a burst of typing) make one entry.
     */
    setStepValue: (stepId: string, path: string, value: Json | undefined, gesture?: string): void =>
      history.edit(
        'Edit step',
        (agent) =>
          updateStep(
            agent,
            stepId,
            patchOf(
              agent.steps.find((step) => step.id === stepId),
              path,
              value,
            ),
          ),
        gesture === undefined ? 'record' : { merge: gesture },
      ),
    moveSteps: (places: Readonly<Record<string, Position>>): void =>
      history.commit('Move', (document) => moveSteps(document, places), 'record'),
    /** Moves the selected steps; key presses in a row are one entry. */
    nudge: (dx: number, dy: number, gesture: string): void => {
      const { stepIds } = selectSelection(store.getState())
      history.commit('Move', (document) => moveStepsBy(document, stepIds, dx, dy), { merge: gesture })
    },
    removeSelection: (reconnect = true): void => {
      const selection = selectSelection(store.getState())
      const count = selection.stepIds.length + selection.edgeIds.length
      if (count === 0) return
      history.commit('Delete', (document) => removeSelection(document, selection, { reconnect }), 'record')
      session.announce(`Deleted ${count === 1 ? 'one element' : `${count} elements`}`)
    },
  }
}

function planInsertion(
  tools: EditorTools,
  document: AgentDocument,
  strategyType: string,
  { at, onEdge, after }: AddStepOptions,
): Inserted {
  const step: NewStep = { strategyType, at: at ?? placeBeside(tools, document, after?.stepId) }
  if (onEdge) return insertStepOnEdge(document, onEdge, step, firstExit(tools, strategyType))
  const inserted = insertStep(document, step)
  if (!after) return inserted
  const edge: EdgeConfig = {
    from: after.stepId,
    to: inserted.stepId,
    ...(after.exit === undefined ? {} : { exit: after.exit }),
  }
  return { ...inserted, document: { ...inserted.document, agent: connectStep(inserted.document.agent, edge) } }
}

function placeBeside({ store }: EditorTools, document: AgentDocument, stepId?: string): Position {
  const beside = stepId ?? selectSelection(store.getState()).stepIds.at(-1) ?? document.agent.steps.at(-1)?.id
  const place = beside === undefined ? undefined : document.layout[beside]
  return freePlace(document.layout, place ? [place[0] + columnWidth, place[1]] : [0, 0])
}

/** The exit that a spliced-in step goes on by: its first port when it has several, else whichever. */
function firstExit({ facts }: EditorTools, strategyType: string): string | undefined {
  const { outputs } = facts.of({ id: 'new', strategyType, config: {} }).ports
  return outputs.length > 1 ? outputs[0]?.id : undefined
}

function titleOf({ registry }: EditorTools, strategyType: string): string {
  return registry.describe(strategyType)?.title ?? strategyType
}

function patchOf(step: StepConfig | undefined, path: string, value: Json | undefined): Partial<StepConfig> {
  const [head, ...rest] = parsePath(path)
  if (head === 'config') return { config: toSettings(setAtPath(step?.config, rest, value)) }
  if (head === 'nodeName' && typeof value === 'string' && value !== '') return { nodeName: value }
  return {}
}

function toSettings(value: Json | undefined): Readonly<Record<string, Json>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value as JsonObject).flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])),
  )
}
