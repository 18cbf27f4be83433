import type { Json, StateFieldType } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { Expectation, ExpectationKind } from '../../agent-tests/AgentTest.ts'

/** An expectation while it is being written. */
export interface DraftedExpectation {
  readonly field: string
  /** Whether it is looked at at all. */
  readonly isOn: boolean
  readonly kind: ExpectationKind
  readonly text: string
  /** Whether what it equals is a text, or is written as JSON. */
  readonly isText: boolean
  /** As it was before it was written over. */
  readonly kept: Expectation
}

/** @param type what the field holds; undefined for one that the agent does not know */
export function toDraft(kept: Expectation, type: StateFieldType | undefined): DraftedExpectation {
  const { field, kind, value, isOn = true } = kept
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)
  // What is contained or matched is a text whatever the field holds, and says nothing of what it would equal.
  const isText = kind === 'equals' ? typeof value === 'string' : type === undefined || textTypes.has(type)
  return { field, isOn, kind, text, isText, kept }
}

/** Fields that hold a text, or may hold one. */
const textTypes: ReadonlySet<StateFieldType> = new Set(['string', 'any'])

/** The expectations of a form, or what is wrong with them, by field. */
export type ExpectationReading =
  | { readonly ok: true; readonly expectations: readonly Expectation[] }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

export function readExpectations(drafts: readonly DraftedExpectation[]): ExpectationReading {
  const read = drafts.map((draft) => ({ draft, value: readValue(draft) }))
  const wrong = read.filter(({ draft, value }) => draft.isOn && value === undefined)
  if (wrong.length > 0) {
    const faults = wrong.map(({ draft }) => [draft.field, t('Write JSON, such as 3 or ["one", "two"].')])
    return { ok: false, faults: Object.fromEntries(faults) }
  }
  return { ok: true, expectations: read.map(({ draft, value }) => toExpectation(draft, value)) }
}

function toExpectation({ field, kind, isOn, kept }: DraftedExpectation, value: Json | undefined): Expectation {
  if (isOn) return { field, kind, value: value ?? null }
  return value === undefined ? { ...kept, isOn: false } : { field, kind, value, isOn: false }
}

function readValue({ kind, text, isText }: DraftedExpectation): Json | undefined {
  if (kind !== 'equals' || isText) return text
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
