import type { StepHost } from './StepDefinition.ts'

/** A host as a list of requirements shows it: its name, or what names it once the step runs. */
export function hostLabel({ host, from }: StepHost): string {
  return host ?? `any host that ${from ?? 'the step'} names`
}
