import { t } from '../language/t.ts'
import type { StepHost } from './StepDefinition.ts'

/** A host as a list of requirements shows it: its name, or what names it once the step runs. */
export function hostLabel({ host, from }: StepHost): string {
  if (host !== undefined) return host
  return from === undefined ? t('any host that the step names') : t('any host that {from} names', { from })
}
