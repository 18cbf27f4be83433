import type { AgentConfig } from '../config/AgentConfig.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { StateFieldType } from '../state/StateType.ts'
import { entryAt } from './plan/entryAt.ts'
import type { Planning } from './plan/Planning.ts'
import { takeApart } from './plan/takeApart.ts'

/** A field that a step's templates and expressions can name. */
export interface AvailableField {
  readonly name: string
  readonly type: StateFieldType
  readonly description?: string
  /** Who gives it its value: the id of the nearest step before that writes it, or the start of the run. */
  readonly source: string
  readonly kind: 'step' | 'input' | 'default'
  /** True when it has a value whatever way led here. */
  readonly certain: boolean
}

/**
 * The fields that can have a value when a step begins, in the order of the state type: for completion in the prompt
 * editor. What only later or unconnected steps write is not among them. Empty for an id that no step has.
 */
export function availableAt(config: AgentConfig, registry: StepRegistry, stepId: string): readonly AvailableField[] {
  const planning = takeApart(config, registry)
  const step = config.steps.findIndex(({ id }) => id === stepId)
  if (step < 0) return []
  const before = listBefore(planning, step)
  return Object.entries(planning.stateType.fields).flatMap(([name, { type, description }]) => {
    const found = findSource(planning, name, before)
    if (found === undefined) return []
    const certain = planning.flow.isGiven(name) || planning.flow.isKnownBefore(step, name)
    return [{ name, type, ...(description === undefined ? {} : { description }), ...found, certain }]
  })
}

/** The steps that can have run before, nearest first. The step itself is among them when it stands in a loop. */
function listBefore({ analysis }: Planning, step: number): readonly number[] {
  const found = new Set<number>()
  let nearest: readonly number[] = [step]
  while (nearest.length > 0) {
    const next = nearest.flatMap((at) => entryAt(analysis.graph.previous, at))
    nearest = [...new Set(next)].filter((at) => !found.has(at))
    for (const at of nearest) found.add(at)
  }
  return [...found]
}

/** The nearest step that writes the field; else the start of the run; else the nearest that may write anything. */
function findSource(
  { config, steps, stateType, flow }: Planning,
  name: string,
  before: readonly number[],
): Pick<AvailableField, 'source' | 'kind'> | undefined {
  const writer = before.find((at) => steps[at]?.resolved?.writes.includes(name))
  const toStep = (at: number) => ({ source: entryAt(config.steps, at).id, kind: 'step' as const })
  if (writer !== undefined) return toStep(writer)
  if (stateType.fields[name]?.input === true) return { source: 'input', kind: 'input' }
  if (flow.isGiven(name)) return { source: 'default', kind: 'default' }
  const opaque = before.find((at) => steps[at]?.resolved?.writesAny !== false)
  return opaque === undefined ? undefined : toStep(opaque)
}
