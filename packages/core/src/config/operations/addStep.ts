import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { AgentConfig, Position, StepConfig } from '../AgentConfig.ts'
import { createStepId } from '../createStepId.ts'
import { stepConfigSchema } from '../stepConfigSchema.ts'
import { parsePart } from './parsePart.ts'
import { toPosition } from './toPosition.ts'

/** A step to add: only its type is needed. */
export type NewStep = Partial<StepConfig> & Pick<StepConfig, 'strategyType'>

/** Where a new step goes beside the end of the list. */
export interface AddStepOptions {
  /** Its place in the list of steps, 0-based. Default: the end. Without `edges` this is its place in the chain. */
  readonly index?: number
  readonly position?: Position
}

/**
 * Adds a step; without an `id` it gets a readable one from its name or type. Edges stay as they are: in an agent
 * without `edges` the step joins the chain, otherwise it stands unconnected until `connectSteps`.
 *
 * @throws AgentError `graph.duplicateId` when the given id is taken, `build.argument` for what a file could not hold: a
 * blank type, an id that is no slug, settings that are not plain JSON.
 */
export function addStep(config: AgentConfig, step: NewStep, options: AddStepOptions = {}): AgentConfig {
  const id = step.id ?? createStepId(config, step.nodeName ?? step.strategyType)
  if (config.steps.some((other) => other.id === id)) {
    throw new AgentError('graph.duplicateId', word('There is a step with the id {id} already.', { id }), { stepId: id })
  }
  const added = parsePart(stepConfigSchema, { ...step, id }, id)
  const index = options.index ?? config.steps.length
  const steps = config.steps.toSpliced(index, 0, added)
  if (options.position === undefined) return { ...config, steps }
  return { ...config, steps, layout: { ...config.layout, [id]: toPosition(options.position) } }
}
