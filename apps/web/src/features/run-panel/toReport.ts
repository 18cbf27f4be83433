import { type Problem, type RunState, redact } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What is told about a failed run beside its events. */
export interface ReportContext {
  readonly agentName: string
  /** Values that must not appear, whatever form a server gave them. */
  readonly secrets: readonly string[]
}

/** A failure as text to paste into a bug report: no inputs, no prompts, no keys. */
export function toReport(problem: Problem, run: RunState | undefined, context: ReportContext): string {
  const { cause } = problem
  const lines = [
    t('Agent: {agentName}', { agentName: context.agentName }),
    t('Problem: {code}', { code: problem.code }),
    problem.message,
    ...entry(t('Step'), problem.stepId),
    ...entry(t('Field'), problem.path),
    ...entry(t('Status'), cause?.status),
    ...entry(t('Host'), cause?.host),
    ...entry(t('Model'), cause?.model),
    ...entry(t('Provider code'), cause?.providerCode),
    ...entry(t('Tries'), cause?.tries),
    ...entry(t('Place'), cause?.line === undefined ? undefined : `${cause.line}:${cause.column ?? 1}`),
    ...entry(t('Provider'), cause?.text),
    ...entry(t('Run'), run?.runId),
    ...entry(t('Configuration'), run?.configHash),
    ...(run?.executions ?? []).map(({ nodeName, iteration, status, durationMs }) => {
      return `  ${nodeName} #${iteration}: ${status}${durationMs === undefined ? '' : t(' after {round} ms', { round: Math.round(durationMs) })}`
    }),
  ]
  return `${redact(lines.join('\n'), context.secrets)}\n`
}

function entry(label: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`${label}: ${value}`]
}
