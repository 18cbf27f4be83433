import {
  type AgentConfig,
  type Json,
  type Position,
  type StepConfig,
  type StepPatch,
  updateStep,
} from '@petal/core/model'
import { moveSteps, moveStepsBy } from '../operations/moveSteps.ts'
import { reconcileExits } from '../operations/reconcileExits.ts'
import { removeSelection } from '../operations/removeSelection.ts'
import { indexSteps, selectSelection } from '../selectors.ts'
import { parsePath, setAtPath } from '../setAtPath.ts'
import { addingActions } from './addingActions.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with steps. */
export function stepActions(tools: EditorTools) {
  const { store, history, session } = tools
  return {
    ...addingActions(tools),
    /**
     * Sets a value of a step. `path` as in a `Problem`: `config.prompt`, `nodeName`, `timeout`, `strategyType`; no value
     * removes it. Changes of one `gesture` (a burst of typing) make one entry.
     */
    setStepValue: (stepId: string, path: string, value: Json | undefined, gesture?: string): boolean =>
      history.edit(
        'Edit step',
        (agent) => setStepValue(tools, agent, stepId, path, value),
        gesture === undefined ? 'record' : { merge: gesture },
      ),
    moveSteps: (places: Readonly<Record<string, Position>>, label = 'Move'): boolean =>
      history.commit(label, (document) => moveSteps(document, places), 'record'),
    /** Moves the selected steps; key presses of one gesture make one entry. */
    nudge: (dx: number, dy: number, gesture: string): void => {
      const { stepIds } = selectSelection(store.getState())
      if (stepIds.length === 0) return
      const changed = history.commit('Move', (document) => moveStepsBy(document, stepIds, dx, dy), { merge: gesture })
      if (changed) session.announce(`Moved ${Math.abs(dx || dy)} to the ${direction(dx, dy)}`)
    },
    /** Removes what is selected; with `reconnect`, neighbours are joined where that is unambiguous. */
    removeSelection: (reconnect = true): void => {
      const selection = selectSelection(store.getState())
      const count = selection.stepIds.length + selection.edgeIds.length
      if (count === 0) return
      const changed = history.commit(
        'Delete',
        (document) => removeSelection(document, selection, { reconnect }),
        'record',
      )
      if (changed) session.announce(`Deleted ${count === 1 ? 'one element' : `${count} elements`}`)
    },
  }
}

function setStepValue(
  { facts }: EditorTools,
  agent: AgentConfig,
  ...[stepId, path, value]: [string, string, Json | undefined]
): AgentConfig {
  const step = indexSteps(agent).get(stepId)
  if (!step) return agent
  const next = updateStep(agent, stepId, patchOf(agent, step, path, value))
  const changed = indexSteps(next).get(stepId)
  return changed && changed !== step
    ? reconcileExits(next, stepId, facts.of(step).ports, facts.of(changed).ports)
    : next
}

function patchOf(agent: AgentConfig, step: StepConfig, ...[path, value]: [string, Json | undefined]): StepPatch {
  const [head, ...rest] = parsePath(path)
  switch (head) {
    case 'config':
      return { config: toSettings(setAtPath(step.config, rest, value)) }
    case 'nodeName':
      return { nodeName: typeof value === 'string' && value !== '' ? value : undefined }
    case 'timeout':
      return { timeout: typeof value === 'number' ? value : undefined }
    case 'retry': {
      // A step that sets one part of it keeps the agent's number of tries.
      const { maxRetries } = agent.graphConfig
      const retry = toSettings(setAtPath({ maxRetries, ...step.retry }, rest, value))
      const isAgents = retry.maxRetries === maxRetries && Object.keys(retry).length === 1
      return { retry: isAgents ? undefined : retry }
    }
    case 'onError': {
      const onError = toSettings(setAtPath({ ...step.onError }, rest, value))
      return { onError: (onError.action ?? 'stop') === 'stop' ? undefined : onError }
    }
    case 'strategyType':
      return typeof value === 'string' ? { strategyType: value } : {}
    default:
      return {}
  }
}

function toSettings(value: Json | undefined): Readonly<Record<string, Json>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])))
}

function direction(dx: number, dy: number): string {
  if (dx !== 0) return dx > 0 ? 'right' : 'left'
  return dy > 0 ? 'bottom' : 'top'
}
