import type { State } from '@petal/core/model'

/** Earlier inputs, newest first, and where in them the person is: -1 is what they are writing now. */
export interface InputHistory {
  readonly entries: readonly State[]
  readonly index: number
}

/** Earlier inputs without repetitions. */
export function createInputHistory(inputs: readonly State[]): InputHistory {
  const seen = new Set<string>()
  const entries = inputs.filter((input) => {
    const text = JSON.stringify(input)
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
  return { entries, index: -1 }
}

/** One entry further back (`older`) or towards the present. The same history where there is no further. */
export function stepInputHistory(history: InputHistory, direction: 'older' | 'newer'): InputHistory {
  const index = history.index + (direction === 'older' ? 1 : -1)
  return index < -1 || index >= history.entries.length ? history : { ...history, index }
}

/** True when an arrow key in this text field should leave its text: the caret stands at the very edge. */
export function leavesText(
  field: { readonly selectionStart: number | null; readonly selectionEnd: number | null; readonly value: string },
  direction: 'older' | 'newer',
): boolean {
  if (field.selectionStart !== field.selectionEnd) return false
  return direction === 'older' ? field.selectionStart === 0 : field.selectionStart === field.value.length
}
