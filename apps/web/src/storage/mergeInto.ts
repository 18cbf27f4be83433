import { type AgentConfig, type MergeSide, mergeAgents, serializeAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { AgentDocument } from '../editor/AgentDocument.ts'
import type { VersionReason } from './LibrarySchema.ts'
import type { MergeAnswer, MergeOther, Merges } from './Merges.ts'

/** What a merge works with. */
export interface MergeParts {
  readonly merges: Merges
  /** The library's id of the agent that is open, at this moment. */
  openId(): string | undefined
  /** Resolves in a moment in which every word that was typed is part of the agent. */
  whenTyped(): Promise<void>
  /** The agent on screen, at this moment. */
  mine(): AgentConfig
  /** The same, as it is on screen. */
  document(): AgentDocument
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
 * versions before anything else. Gives what became of it: `later` when another agent was opened meanwhile.
 */
export async function mergeInto(parts: MergeParts, task: MergeTask): Promise<MergeAnswer['kind']> {
  const { base, theirs, other } = task
  const openId = parts.openId()
  const isLeft = () => parts.openId() !== openId
  await parts.keep(parts.mine(), { reason: { kind: 'merge', of: 'mine' } })
  if (isLeft()) return 'later'
  await parts.keep(theirs, { reason: { kind: 'merge', of: other.kind } })
  let choices: Readonly<Record<string, MergeSide>> = {}
  for (;;) {
    // What is on screen may have changed while one waited, and words that are on their way would be lost.
    await parts.whenTyped()
    if (isLeft()) return 'later'
    const mine = parts.mine()
    const { merged, conflicts } = mergeAgents(base, mine, theirs, choices)
    if (conflicts.every(({ key }) => Object.hasOwn(choices, key))) {
      finish(parts, other, mine, merged)
      return 'merge'
    }
    const answer = await parts.merges.ask({ base, mine, theirs, other, choices })
    if (answer.kind !== 'merge') return answer.kind
    choices = answer.choices
  }
}

function finish(parts: MergeParts, other: MergeOther, before: AgentConfig, merged: AgentConfig): void {
  if (serializeAgentConfig(merged) === serializeAgentConfig(before)) return
  parts.apply(other.kind === 'tab' ? t('Merge with another tab') : t('Merge with the file'), merged)
  parts.merges.tell({ other, before, after: merged, document: parts.document() })
}
