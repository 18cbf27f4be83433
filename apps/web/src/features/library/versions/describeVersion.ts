import type { AgentVersion } from '../../../storage/LibrarySchema.ts'

/** What a version is called: the name a person gave it, or what it was kept before. */
export function describeVersion({ name, reason }: Pick<AgentVersion, 'name' | 'reason'>): string {
  if (name !== undefined) return name
  if (reason === undefined) return 'While editing'
  if (reason.kind === 'delete') return `Before deleting ${reason.stepCount} steps`
  return reason.kind === 'merge' ? merged[reason.of] : words[reason.kind]
}

const merged = {
  mine: 'Before a merge',
  tab: 'Before a merge, as in the other tab',
  file: 'Before a merge, as in the file',
} as const

const words = {
  import: 'Before an import',
  reload: 'Before a reload from the file',
  restore: 'Before a version was restored',
  replace: 'Before replacing words',
  tidy: 'Before tidying',
  daily: 'Before the first edit of a day',
} as const
