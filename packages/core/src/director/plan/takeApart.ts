import type { AgentConfig } from '../../config/AgentConfig.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { checkStateType } from '../../state/checkStateType.ts'
import type { StateField, StateType } from '../../state/StateType.ts'
import { StateTypeFactory } from '../../state/StateTypeFactory.ts'
import type { Services } from '../Services.ts'
import { analyseGraph } from './analyseGraph.ts'
import { allowParallelWrites } from './checkParallelWrites.ts'
import { followFields } from './followFields.ts'
import type { Planning } from './Planning.ts'
import { type ReadStep, readSteps } from './readSteps.ts'

/** What only code can give. */
export type GivenInCode = Pick<Services, 'code' | 'functions'>

/** Reads every step and works out what follows for the whole, using again what an edit did not touch. */
export function takeApart(config: AgentConfig, registry: StepRegistry, given: GivenInCode = {}): Planning {
  const { code, functions = {} } = given
  const steps = readSteps(config.steps, registry, code)
  const stateType = typeOf(config.stateType, steps)
  const analysis = analyseGraph(config, steps, registry)
  const flow = followFields(analysis, steps, stateType)
  const { allowParallel } = config.graphConfig
  return {
    config,
    registry,
    steps,
    names: steps.map(({ name }) => name),
    stateType: allowParallel ? allowParallelWrites({ stateType, analysis, flow }) : stateType,
    analysis,
    flow,
    functions,
  }
}

const extended = new WeakMap<StateType, StateType>()
const messages: StateField = { type: 'messages' }
const noFields: StateType = { name: '', fields: {} }

/** The agent's state type, with `messages` when a step uses a model, or would.  Code without types may hand over anything. */
function typeOf(stateType: StateType, steps: readonly ReadStep[]): StateType {
  if (!isJsonObject(stateType) || !isJsonObject(stateType.fields)) return noFields
  return steps.some(({ enabled }) => enabled?.model !== undefined) ? withMessages(stateType) : stateType
}

/** The type with `messages`. A faulty type gets the field too, so that its own problems are the only ones. */
function withMessages(stateType: StateType): StateType {
  const known = extended.get(stateType)
  if (known !== undefined) return known
  const faulty = checkStateType(stateType).length > 0
  const made = faulty
    ? { ...stateType, fields: { messages, ...stateType.fields } }
    : StateTypeFactory.createWithMessages(stateType)
  extended.set(stateType, made)
  return made
}
