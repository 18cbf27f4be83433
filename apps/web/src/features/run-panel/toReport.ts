import { type Problem, type RunState, redact } from '@petal/core/model'

/** What is told about a failed run beside its events. */
export interface ReportContext {
  readonly agentName: string
  /** Values that must not appear, whatever form a server gave them. */
  readonly secrets: readonly string[]
}

/** A failure as text to paste into a bug report, in English whoever reads it: no inputs, no prompts, no keys. */
export function toReport(problem: Problem, run: RunState | undefined, context: ReportContext): string {
  const { cause } = problem
  const lines = [
    `Agent: ${context.agentName}`,
    `Problem: ${problem.code}`,
    problem.english ?? problem.message,
    ...entry('Step', problem.stepId),
    ...entry('Field', problem.path),
    ...entry('Status', cause?.status),
    ...entry('Host', cause?.host),
    ...entry('Model', cause?.model),
    ...entry('Provider code', cause?.providerCode),
    ...entry('Tries', cause?.tries),
    ...entry('Place', cause?.line === undefined ? undefined : `${cause.line}:${cause.column ?? 1}`),
    ...entry('Provider', cause?.text),
    ...entry('Run', run?.runId),
    ...entry('Configuration', run?.configHash),
    ...(run?.executions ?? []).map(({ nodeName, iteration, status, durationMs }) => {
      const time = durationMs === undefined ? '' : ` after ${Math.round(durationMs)} ms`
      return `  ${nodeName} #${iteration}: ${status}${time}`
    }),
  ]
  return `${redact(lines.join('\n'), context.secrets)}\n`
}

function entry(label: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`${label}: ${value}`]
}
