import type { StepExecution } from '@petal/core/model'

/** An execution for tests, of which only this matters: of the step that its id names before the dash. */
export function testExecution(executionId: string, told: Partial<StepExecution> = {}): StepExecution {
  const [stepId = executionId] = executionId.split('-')
  return {
    ...{ executionId, stepId, nodeName: stepId, iteration: 1, path: [], status: 'ended', startedAt: 0 },
    ...{ stateBefore: {}, text: '', logs: [], calls: [], tools: [], retries: [] },
    ...told,
  }
}
