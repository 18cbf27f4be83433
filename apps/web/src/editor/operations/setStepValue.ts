import { type AgentConfig, type Json, type StepConfig, type StepPatch, updateStep } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { indexSteps } from '../selectors.ts'
import { parsePath, setAtPath } from '../setAtPath.ts'
import { reconcileExits } from './reconcileExits.ts'

/** A value of a step. `path` as in a `Problem`: `config.prompt`, `nodeName`, `timeout`; no value removes it. */
export interface StepValue {
  readonly stepId: string
  readonly path: string
  readonly value: Json | undefined
}

/** Sets a value of a step. Edges follow the exits that this gives another name. */
export function setStepValue(agent: AgentConfig, facts: StepFactsSource, change: StepValue): AgentConfig {
  const { stepId } = change
  const step = indexSteps(agent).get(stepId)
  if (!step) return agent
  const next = updateStep(agent, stepId, patchOf(agent, step, change))
  const changed = indexSteps(next).get(stepId)
  return changed && changed !== step
    ? reconcileExits(next, stepId, facts.of(step).ports, facts.of(changed).ports)
    : next
}

function patchOf(agent: AgentConfig, step: StepConfig, { path, value }: StepValue): StepPatch {
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
    case 'disabled':
      return { disabled: value === true ? true : undefined }
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
