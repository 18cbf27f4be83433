import type { EditLabel } from './EditLabel.ts'

/** Whether what was stored is the label of an entry. */
export function isEditLabel(value: unknown): value is EditLabel {
  if (typeof value === 'string') return true
  if (typeof value !== 'object' || value === null || !('text' in value) || !('values' in value)) return false
  const { text, values } = value
  return typeof text === 'string' && typeof values === 'object' && values !== null
}
