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

/** True when an arrow key in this text field should leave its text: there is no line left on that side of the caret. */
export function leavesText(
  field: { readonly selectionStart: number | null; readonly selectionEnd: number | null; readonly value: string },
  direction: 'older' | 'newer',
): boolean {
  const { selectionStart, selectionEnd, value } = field
  if (selectionStart === null || selectionStart !== selectionEnd) return false
  const beyond = direction === 'older' ? value.slice(0, selectionStart) : value.slice(selectionStart)
  return !beyond.includes('\n')
}
