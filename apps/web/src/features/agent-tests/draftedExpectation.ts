import type { Json } from '@petal/core/model'
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
}

export function toDraft({ field, kind, value }: Expectation): DraftedExpectation {
  const isText = typeof value === 'string'
  return { field, isOn: true, kind, text: isText ? value : JSON.stringify(value, undefined, 2), isText }
}

/** The expectations of a form, or what is wrong with them, by field. */
export type ExpectationReading =
  | { readonly ok: true; readonly expectations: readonly Expectation[] }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

export function readExpectations(drafts: readonly DraftedExpectation[]): ExpectationReading {
  const read = drafts.filter(({ isOn }) => isOn).map((draft) => ({ draft, value: readValue(draft) }))
  const wrong = read.filter(({ value }) => value === undefined)
  if (wrong.length > 0) {
    const faults = wrong.map(({ draft }) => [draft.field, t('Write JSON, such as 3 or ["one", "two"].')])
    return { ok: false, faults: Object.fromEntries(faults) }
  }
  const expectations = read.map(({ draft: { field, kind }, value = null }) => ({ field, kind, value }))
  return { ok: true, expectations }
}

function readValue({ kind, text, isText }: DraftedExpectation): Json | undefined {
  if (kind !== 'equals' || isText) return text
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
