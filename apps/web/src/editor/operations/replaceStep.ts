import { type AgentConfig, type Problem, type StepConfig, stepConfigSchema } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { StepFactsSource } from '../createStepFacts.ts'
import { reconcileExits } from './reconcileExits.ts'

/** A step as it was written by hand, or what is wrong with it. */
export type WrittenStep =
  | { readonly ok: true; readonly step: StepConfig }
  | { readonly ok: false; readonly problem: Problem }

/** Reads a step that was written as JSON. Its id stays: edges and code go by it. */
export function readWrittenStep(stepId: string, value: unknown): WrittenStep {
  const result = stepConfigSchema.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
    return { ok: false, problem: { ...fault, stepId, message: `${place}${issue?.message}` } }
  }
  if (result.data.id === stepId) return { ok: true, step: result.data }
  const message = t('The id stays "{stepId}": edges and code go by it. Its name can be changed with nodeName.', {
    stepId,
  })
  return { ok: false, problem: { ...fault, stepId, message } }
}

const fault = { code: 'step.config', severity: 'error' } as const

/** Puts a step in the place of the one with its id, with keys the studio does not know. Edges follow its exits. */
export function replaceStep(agent: AgentConfig, facts: StepFactsSource, step: StepConfig): AgentConfig {
  const index = agent.steps.findIndex(({ id }) => id === step.id)
  const before = agent.steps[index]
  if (before === undefined || JSON.stringify(before) === JSON.stringify(step)) return agent
  const next = { ...agent, steps: agent.steps.with(index, step) }
  return reconcileExits(next, step.id, facts.of(before).ports, facts.of(step).ports)
}
