import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useMemo } from 'react'
import { compareTexts } from './compareTexts.ts'
import type { WordChange } from './compareWords.ts'
import { foldSame } from './foldSame.ts'

export interface WordDiffProps {
  readonly before: string
  readonly after: string
  /** Shows all that did not change, too. */
  readonly whole?: boolean
  /** What each of them is called where they stand one after the other; otherwise `Before` and `Now`. */
  readonly names?: readonly [before: string, after: string]
  readonly className?: string
}

/**
 * A text with the words marked that came and went: underlined and struck through, so not by colour alone. Two texts that
 * share little stand one after the other.
 */
export function WordDiff({ before, after, whole = false, names, className }: WordDiffProps) {
  const parts = useMemo(() => {
    const compared = compareTexts(before, after)
    if (compared.kind === 'apart') return undefined
    return withPlaces(whole ? compared.changes : foldSame(compared.changes))
  }, [before, after, whole])
  if (parts === undefined)
    return <Apart before={before} after={after} names={names ?? [t('Before'), t('Now')]} className={className ?? ''} />
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

/** Both texts as they are, each under its word: lines through a whole text would only keep it from being read. */
function Apart({ before, after, names, className }: Required<Omit<WordDiffProps, 'whole'>>) {
  const text = 'wrap-anywhere block whitespace-pre-wrap rounded-sm px-2 py-1 text-ink no-underline'
  return (
    <dl className={cn('flex flex-col gap-1', className)}>
      <dt className="text-ink-soft text-xs">{names[0]}</dt>
      <dd>
        <del dir="auto" className={cn(text, 'bg-danger-soft')}>
          {before}
        </del>
      </dd>
      <dt className="text-ink-soft text-xs">{names[1]}</dt>
      <dd>
        <ins dir="auto" className={cn(text, 'bg-ok-soft')}>
          {after}
        </ins>
      </dd>
    </dl>
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
