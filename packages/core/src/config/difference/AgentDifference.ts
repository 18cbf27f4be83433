import type { Json } from '../../json/Json.ts'

/** What an agent is made of, in the order in which differences are told. */
export const differenceParts = ['setting', 'field', 'tool', 'step', 'edge', 'note', 'group', 'agent'] as const
export type DifferencePart = (typeof differenceParts)[number]

/**
 * What became of it. `renamed`: a step of the same id has another name. `moved`: only its place on the canvas, or in the
 * list of steps, is another one. `rewired`: the one edge of an exit leads elsewhere.
 */
export type DifferenceKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved' | 'rewired'

/** One difference between two agents, as data: a view finds the words for it. */
export interface AgentDifference {
  readonly part: DifferencePart
  readonly kind: DifferenceKind
  /** The agent of the file it is in; without it the file's own. */
  readonly agentId?: string
  /** The step's id, the field's name, the setting's key, … : differences of one thing have the same. */
  readonly id: string
  /** What people call it. */
  readonly name: string
  /** Where in it, such as `['config', 'promptTemplate']`; empty for the thing as a whole. */
  readonly setting: readonly string[]
  /** For an edge: the exit it leaves by, if it names one. */
  readonly exit?: string
  /** Undefined when it was not there. */
  readonly before?: Json
  readonly after?: Json
  /** Prose, of which the single words that changed are worth showing. */
  readonly isText: boolean
  /** Every path of the two comparable trees (see `toComparable`) that it speaks for. */
  readonly paths: readonly (readonly string[])[]
}
