import { diffWordsWithSpace } from 'diff'

/** A stretch of text that is on both sides, or on one of them only. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** With more changed words than this the two texts have nothing to do with each other, and looking takes too long. */
const mostChanges = 4000

/** What changed between two texts, word by word. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  if (changes === undefined)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
