import * as z from 'zod'
import type { AgentConfig, ErrorConfig, RetryConfig, StepConfig } from '../AgentConfig.ts'
import { stepConfigSchema } from '../stepConfigSchema.ts'
import { checkPart } from './parsePart.ts'

/** What may change on a step: all but its id. `undefined` takes away what a step can be without. */
export interface StepPatch {
  readonly strategyType?: string
  readonly config?: StepConfig['config']
  readonly nodeName?: string | undefined
  readonly timeout?: number | undefined
  readonly retry?: Partial<RetryConfig> | undefined
  readonly onError?: Partial<ErrorConfig> | undefined
  readonly disabled?: boolean | undefined
}

/** The keys a step can be without. */
const removable = ['nodeName', 'timeout', 'retry', 'onError', 'disabled'] as const

const { strategyType, config: settings, nodeName, timeout, retry, onError, disabled } = stepConfigSchema.shape
const patchSchema = z.looseObject({
  strategyType: strategyType.exactOptional(),
  config: settings.unwrap().exactOptional(),
  nodeName,
  timeout,
  retry,
  onError,
  disabled,
})

/**
 * Changes a step. `config` is replaced as a whole. The same configuration when no step has the id, or when nothing
 * would change.
 *
 * @throws AgentError `build.argument` for what a file could not hold: a blank type, a time limit below 1, settings that
 * are not plain JSON.
 */
export function updateStep(config: AgentConfig, id: string, patch: StepPatch): AgentConfig {
  const index = config.steps.findIndex((step) => step.id === id)
  const step = config.steps[index]
  if (step === undefined) return config
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  const checked = checkPart(patchSchema, Object.fromEntries(given), id)
  const removed = removable.filter((key) => key in patch && patch[key] === undefined && step[key] !== undefined)
  const changed = Object.entries(checked).some(([key, value]) => Reflect.get(step, key) !== value)
  if (!changed && removed.length === 0) return config
  const patched = { ...step, ...checked, id }
  for (const key of removed) Reflect.deleteProperty(patched, key)
  return { ...config, steps: config.steps.with(index, patched) }
}
