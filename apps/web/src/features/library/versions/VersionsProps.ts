import type { AgentSummary } from '../../../storage/LibrarySchema.ts'

/** Whose versions are shown, and how to leave them. */
export interface VersionsProps {
  readonly agent: Pick<AgentSummary, 'id' | 'name'>
  onClose(): void
}
