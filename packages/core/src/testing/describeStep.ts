import type { StepPlugin } from '../step/StepPlugin.ts'
import { type OlderSettings, stepContract } from './stepContract.ts'

/** The two functions of a test runner, so that this package needs none: vitest's, jest's or `node:test`'s. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown
  test(name: string, body: () => void | Promise<void>): unknown
}

/**
 * Tests what every type of step promises: defaults, JSON, ports, summary, form, examples, migration, stopping.
 *
 * @param older settings that earlier versions of the type wrote: at least one for each version below its own
 * @example
 * import { describe, test } from 'vitest'
 * describeStep(shoutStep, { describe, test })
 */
export function describeStep(
  step: StepPlugin,
  { describe, test }: TestRunner,
  older: readonly OlderSettings[] = [],
): void {
  describe(`step type ${step.getName()}`, () => {
    for (const { name, check } of stepContract(step, older)) test(name, check)
  })
}
