import { listReferences } from '../../expressions/listReferences.ts'
import { MESSAGES } from '../../step/conversation.ts'
import type { Planning } from '../plan/Planning.ts'
import type { ReadStep } from '../plan/readSteps.ts'

/** The fields that some steps have to do with. Where that cannot be known, it is all of them. */
export interface StepFields {
  readonly reads: ReadonlySet<string>
  readonly writes: ReadonlySet<string>
  /** Whether a model, or a step of unknown ways, has to do with the conversation. */
  readonly speaks: boolean
}

/** What steps, given as numbers, read and write, the conversation aside. */
export function stepFields({ steps, stateType }: Planning, indices: readonly number[]): StepFields {
  const { fields } = stateType
  const all = Object.keys(fields)
  const uses = indices.map((index) => usesOf(steps[index], all))
  const reads = new Set(uses.flatMap((use) => use.reads.filter((name) => Object.hasOwn(fields, name))))
  const writes = new Set(uses.flatMap((use) => use.writes))
  const speaks = uses.some((use) => use.speaks) || reads.has(MESSAGES) || writes.has(MESSAGES)
  reads.delete(MESSAGES)
  writes.delete(MESSAGES)
  return { reads, writes, speaks }
}

function usesOf(step: ReadStep | undefined, all: readonly string[]) {
  const resolved = step?.resolved
  if (step === undefined || resolved === undefined) return { reads: all, writes: all, speaks: true }
  const { definition, agents, model, writesAny } = resolved
  // Code reads what it likes, and an agent takes what has the names it knows.
  const isOpaque = agents.length > 0 || (definition.reads === undefined && definition.texts === undefined)
  const named = step.texts.flatMap(({ text, language, provided = [] }) =>
    listReferences(text, language).flatMap(({ name }) => (provided.includes(name) ? [] : [name])),
  )
  return {
    reads: isOpaque ? all : [...resolved.reads, ...named],
    writes: writesAny ? all : resolved.writes,
    speaks: isOpaque || writesAny || model !== undefined,
  }
}

/** A field that steps share with others that may run at the same time; undefined when there is none. */
export function findSharedField(planning: Planning, indices: readonly number[]): string | undefined {
  const { analysis, config } = planning
  const inside = new Set(indices)
  const beside = config.steps.flatMap((_, other) =>
    !inside.has(other) && indices.some((index) => analysis.areParallel(index, other)) ? [other] : [],
  )
  if (beside.length === 0) return undefined
  const own = stepFields(planning, indices)
  const others = stepFields(planning, beside)
  return (
    [...own.writes].find((name) => others.writes.has(name) || others.reads.has(name)) ??
    [...own.reads].find((name) => others.writes.has(name)) ??
    (own.speaks && others.speaks ? MESSAGES : undefined)
  )
}
