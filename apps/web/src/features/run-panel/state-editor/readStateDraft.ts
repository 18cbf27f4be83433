import type { State } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { type InputDraft, type InputField, type InputReading, readInputDraft } from '../../../runner/agentInputs.ts'

/** The values that were edited, or what is wrong with them, by field. A field cannot lose its value. */
export function readStateDraft(fields: readonly InputField[], draft: InputDraft): InputReading {
  const touched = fields.filter(({ name }) => Object.hasOwn(draft, name))
  const reading = readInputDraft(touched, draft)
  const emptied = touched.filter(({ name, type }) => type !== 'string' && draft[name]?.trim() === '')
  if (emptied.length === 0) return reading
  const faults = Object.fromEntries(
    emptied.map(({ name }) => [name, t('Write a value: a field cannot be emptied here.')]),
  )
  return { ok: false, faults: { ...(reading.ok ? {} : reading.faults), ...faults } }
}

/** The draft without what says the same as the state. */
export function keepChanges(fields: readonly InputField[], draft: InputDraft, state: State): State {
  const reading = readStateDraft(fields, draft)
  if (!reading.ok) return {}
  const changed = Object.entries(reading.values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(state[name]),
  )
  return Object.fromEntries(changed)
}
