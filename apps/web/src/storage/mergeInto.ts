import { type AgentConfig, mergeAgents, serializeAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { VersionReason } from './LibrarySchema.ts'
import type { MergeAnswer, MergeOther, Merges } from './Merges.ts'

/** What a merge works with. */
export interface MergeParts {
  readonly merges: Merges
  /** Resolves in a moment in which every word that was typed is part of the agent. */
  whenTyped(): Promise<void>
  /** The agent on screen, at this moment. */
  mine(): AgentConfig
  /** Makes it this one, as one entry that can be undone. */
  apply(label: string, merged: AgentConfig): void
  /** Keeps an agent as an earlier version of the open one. */
  keep(config: AgentConfig, why: { readonly reason: VersionReason }): Promise<void>
}

/** What to merge into what is on screen. */
export interface MergeTask {
  /** What both began with. */
  readonly base: AgentConfig
  readonly theirs: AgentConfig
  readonly other: MergeOther
}

/**
 * Merges another version of the open agent into what is on screen, and asks where it cannot be both. Both are kept as
 * versions before anything else. Gives what became of it.
 */
export async function mergeInto(parts: MergeParts, task: MergeTask): Promise<MergeAnswer['kind']> {
  const { base, theirs, other } = task
  await parts.keep(parts.mine(), { reason: { kind: 'merge', of: 'mine' } })
  await parts.keep(theirs, { reason: { kind: 'merge', of: other.kind } })
  const isAsked = mergeAgents(base, parts.mine(), theirs).conflicts.length > 0
  const answer: MergeAnswer = isAsked
    ? await parts.merges.ask({ base, mine: parts.mine(), theirs, other })
    : { kind: 'merge', choices: {} }
  if (answer.kind !== 'merge') return answer.kind
  // What is on screen may have changed while the versions were kept, and words that are on their way would be lost.
  await parts.whenTyped()
  const before = parts.mine()
  const { merged } = mergeAgents(base, before, theirs, answer.choices)
  if (serializeAgentConfig(merged) === serializeAgentConfig(before)) return 'merge'
  parts.apply(other.kind === 'tab' ? t('Merge with another tab') : t('Merge with the file'), merged)
  parts.merges.tell({ other, before, after: merged })
  return 'merge'
}
