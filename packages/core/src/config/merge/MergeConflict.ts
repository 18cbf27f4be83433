import type { Json } from '../../json/Json.ts'
import type { AgentDifference, DifferencePart } from '../difference/AgentDifference.ts'

/** Which of two edited agents something is taken from. */
export type MergeSide = 'mine' | 'theirs'

/** A value in the agent both began with, and in the two it became. */
export interface MergeSides<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
}

/**
 * Why it cannot be decided without a person. `changed`: one setting got two values. `deleted`: one side changed what the
 * other took away. `sameName`: both made something of their own under one name.
 */
export type MergeConflictKind = 'changed' | 'deleted' | 'sameName'

/** What a conflict is about, named as in a difference. */
export type MergePlace = Pick<AgentDifference, 'part' | 'agentId' | 'id' | 'name' | 'setting' | 'exit'>

/** Where a thing of an agent is, for conflicts about it. */
export type PlaceOf = (part: DifferencePart, id: string) => MergePlace

/** One thing that two people, or two tabs, made different things of. */
export interface MergeConflict extends MergePlace {
  /** Names it among the conflicts of one merge: a choice is made under it. */
  readonly key: string
  readonly kind: MergeConflictKind
  /** Undefined where it is not there. */
  readonly base?: Json
  readonly mine?: Json
  readonly theirs?: Json
  /** Prose, of which the single words that differ are worth showing. */
  readonly isText: boolean
}
