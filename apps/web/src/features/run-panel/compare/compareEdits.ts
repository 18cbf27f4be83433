import type { State, StateEditRecord } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { ComparedRow } from './ComparedRow.ts'
import { listDifferences } from './listDifferences.ts'

/** What a person set in the state at the same place of two runs, or in one of them only. */
export function compareEdits(
  id: string,
  before: StateEditRecord | undefined,
  after: StateEditRecord | undefined,
): ComparedRow {
  const row = { id, before: undefined, after: undefined, edits: [before, after] as const }
  if (before !== undefined && after !== undefined) {
    const fields = listDifferences(setBy(before), setBy(after))
    if (fields.length === 0) return { ...row, kind: 'same', notes: [], fields }
    return { ...row, kind: 'different', notes: [t('another edit')], fields }
  }
  const { stateBefore = {}, stateAfter = {} } = before ?? after ?? {}
  const kind = after === undefined ? 'onlyBefore' : 'onlyAfter'
  return { ...row, kind, notes: [], fields: listDifferences(stateBefore, stateAfter) }
}

/** The fields that an edit changed, as it left them. */
function setBy({ stateBefore, stateAfter }: StateEditRecord): State {
  const names = new Set(listDifferences(stateBefore, stateAfter).map(({ name }) => name))
  return Object.fromEntries(Object.entries(stateAfter).filter(([name]) => names.has(name)))
}
