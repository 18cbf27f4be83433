import type { ModelCall, RunState, StepExecution, Usage } from '@petal/core/model'

/** One question to a model, with the execution it was asked in. */
export interface PlacedCall {
  readonly execution: StepExecution
  readonly call: ModelCall
  /** 0-based, within its execution. */
  readonly index: number
}

/** Every question to a model, in order. */
export function listCalls(run: RunState): readonly PlacedCall[] {
  return run.executions.flatMap((execution) => execution.calls.map((call, index) => ({ execution, call, index })))
}

/** The tokens of all answers together; undefined when no provider counted any. */
export function sumUsage(calls: readonly PlacedCall[]): Usage | undefined {
  const counted = calls.flatMap(({ call }) => call.usage ?? [])
  if (counted.length === 0) return undefined
  return counted.reduce((sum, usage) => ({
    inputTokens: sum.inputTokens + usage.inputTokens,
    outputTokens: sum.outputTokens + usage.outputTokens,
    totalTokens: sum.totalTokens + usage.totalTokens,
  }))
}
