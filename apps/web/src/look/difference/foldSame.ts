import type { WordChange } from './compareWords.ts'

/** How much of what did not change is shown around what did. */
const shown = 90

/** The same changes, with the middle of long stretches that did not change left out. */
export function foldSame(changes: readonly WordChange[]): readonly WordChange[] {
  return changes.map((change, index) => {
    if (change.kind !== 'same') return change
    const head = index === 0 ? 0 : shown
    const tail = index === changes.length - 1 ? 0 : shown
    if (change.text.length <= head + tail + shown) return change
    // Whole words: what was cut through is left out, too.
    const begin = change.text.slice(0, head).replace(/\S+$/, '')
    const end = tail === 0 ? '' : change.text.slice(-tail).replace(/^\S+/, '')
    return { kind: 'same', text: `${begin.trimEnd()} … ${end.trimStart()}` }
  })
}
