import type { AgentConfig } from '../AgentConfig.ts'
import type { MergeConflict, MergeSide, MergeSides } from './MergeConflict.ts'
import { Merging } from './Merging.ts'
import { mergeOne } from './mergeOne.ts'

/** What came of a merge: an agent with the changes of both sides, and what a person has to decide. */
export interface MergePlan {
  /** Parses as any agent does. At each conflict it has the side that was chosen, else mine. */
  readonly merged: AgentConfig
  /**
   * What both sides changed so that it cannot be both. A choice may raise or settle others: a step that is kept has edges
   * again.
   */
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Puts together what two sides made of one agent. Steps, edges, tools, fields, notes, groups and agents of the file are
 * told apart by id or name, their settings by path, and texts by lines and words; what only one side changed is taken.
 * Steps, notes and groups that both sides made under one id are two: theirs gets another one. Where cards stand is never
 * asked: mine is newer. Nothing is changed in what is given.
 *
 * @param base the agent that both sides began with
 * @param choices sides by the `key` of conflicts, as a person chose them
 * @example mergeAgents(base, mine, theirs).conflicts.length === 0 // nobody needs to be asked
 */
export function mergeAgents(
  base: AgentConfig,
  mine: AgentConfig,
  theirs: AgentConfig,
  choices: Readonly<Record<string, MergeSide>> = {},
): MergePlan {
  const merging = new Merging(choices)
  const sides: MergeSides<AgentConfig> = { base, mine, theirs }
  return { merged: mergeOne(merging, sides), conflicts: merging.conflicts }
}
