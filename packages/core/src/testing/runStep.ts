import type { State } from '../state/StateType.ts'
import type { StepPlugin } from '../step/StepPlugin.ts'
import { isExit, type Update } from '../step/StepResult.ts'
import { createStepContext, type StepLog, type StepSurroundings, type TestContext } from './createStepContext.ts'

/** What a step did. */
export interface StepOutcome extends Pick<TestContext, 'deltas' | 'progress' | 'askedFor'> {
  /** What it wrote; nothing written is `{}`. */
  readonly update: Update
  /** The port it left by, when it named one. */
  readonly exit: string | undefined
  readonly logs: readonly StepLog[]
}

/**
 * Runs one step once, without a graph: its strategy makes it from the settings, and it gets this state.
 *
 * @throws whatever the step throws
 * @example
 * const { update } = await runStep(llmStep, { promptTemplate: 'Hi {name}' }, { name: 'Ada' }, {
 *   model: createScriptedModel(['Hello Ada']),
 * })
 */
export async function runStep(
  step: StepPlugin,
  config: Readonly<Record<string, unknown>>,
  state: State = {},
  surroundings: StepSurroundings = {},
): Promise<StepOutcome> {
  const strategy = new (step.getStrategy())()
  const stepFunction = await strategy.createStep(config)
  const { context, deltas, logs, progress, askedFor } = createStepContext(config, surroundings)
  const result = await stepFunction(state, context)
  const update = isExit(result) ? result.update : result
  return { update: update ?? {}, exit: isExit(result) ? result.name : undefined, deltas, logs, progress, askedFor }
}
