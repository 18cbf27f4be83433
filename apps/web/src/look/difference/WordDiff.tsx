import { cn } from '@petal/ui'
import { useMemo } from 'react'
import { compareWords, type WordChange } from './compareWords.ts'
import { foldSame } from './foldSame.ts'

interface WordDiffProps {
  readonly before: string
  readonly after: string
  /** Shows all that did not change, too. */
  readonly whole?: boolean
  readonly className?: string
}

/** A text with the words marked that came and went: underlined and struck through, so not by colour alone. */
export function WordDiff({ before, after, whole = false, className }: WordDiffProps) {
  const parts = useMemo(() => {
    const changes = compareWords(before, after)
    return withPlaces(whole ? changes : foldSame(changes))
  }, [before, after, whole])
  return (
    <p dir="auto" className={cn('wrap-anywhere whitespace-pre-wrap text-ink', className)}>
      {parts.map(({ kind, text, start }) => {
        if (kind === 'same') return <span key={start}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={start} className={looks[kind]}>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}

const looks = {
  added: 'rounded-sm bg-ok-soft text-ok underline underline-offset-2',
  removed: 'rounded-sm bg-danger-soft text-danger line-through',
} as const

function withPlaces(changes: readonly WordChange[]): readonly (WordChange & { readonly start: number })[] {
  let start = 0
  return changes.map((change) => {
    const placed = { ...change, start }
    start += change.text.length + 1
    return placed
  })
}
