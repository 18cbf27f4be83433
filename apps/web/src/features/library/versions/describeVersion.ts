import { msg, t } from '@petal/ui/language'
import type { AgentVersion } from '../../../storage/LibrarySchema.ts'

/** What a version is called: the name a person gave it, or what it was kept before. */
export function describeVersion({ name, reason }: Pick<AgentVersion, 'name' | 'reason'>): string {
  if (name !== undefined) return name
  if (reason === undefined) return t('While editing')
  if (reason.kind === 'delete') return t('Before deleting {stepCount} steps', { stepCount: reason.stepCount })
  return t(reason.kind === 'merge' ? merged[reason.of] : words[reason.kind])
}

const merged = {
  mine: msg('Before a merge'),
  tab: msg('Before a merge, as in the other tab'),
  file: msg('Before a merge, as in the file'),
} as const

const words = {
  import: msg('Before an import'),
  reload: msg('Before a reload from the file'),
  restore: msg('Before a version was restored'),
  replace: msg('Before replacing words'),
  tidy: msg('Before tidying'),
  daily: msg('Before the first edit of a day'),
} as const
