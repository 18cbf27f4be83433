import type { AgentConfig, StepConfig } from '../AgentConfig.ts'

/** What may change on a step: all but its id. A key with `undefined` is removed. */
export type StepPatch = { readonly [Key in keyof Omit<StepConfig, 'id'>]?: StepConfig[Key] | undefined }

/**
 * Changes a step. `config` is replaced as a whole. The same configuration when no step has the id, or when nothing
 * would change.
 */
export function updateStep(config: AgentConfig, id: string, patch: StepPatch): AgentConfig {
  const index = config.steps.findIndex((step) => step.id === id)
  const step = config.steps[index]
  if (step === undefined) return config
  const changes = Object.entries(patch).filter(([key, value]) => Reflect.get(step, key) !== value)
  if (changes.length === 0) return config
  const patched = Object.fromEntries(
    Object.entries({ ...step, ...patch, id }).filter(([, value]) => value !== undefined),
  )
  // `patched` is `step` with fields of the same types; dropping `undefined` loses the type, not the shape.
  return { ...config, steps: config.steps.with(index, patched as unknown as StepConfig) }
}
