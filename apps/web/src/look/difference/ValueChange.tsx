import type { Json } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { WordDiff, type WordDiffProps } from './WordDiff.tsx'

interface ValueChangeProps extends Pick<WordDiffProps, 'names'> {
  readonly before: Json | undefined
  readonly after: Json | undefined
  readonly isText: boolean
}

/** What fits beside an arrow; everything longer is compared by words. */
const shortest = 48

/** One value that became another. */
export function ValueChange({ before, after, isText, ...naming }: ValueChangeProps) {
  const old = toText(before)
  const now = toText(after)
  if (isText || old.length + now.length > shortest) return <WordDiff before={old} after={now} {...naming} />
  return (
    <p dir="auto" className="wrap-anywhere font-mono text-ink text-sm">
      {before === undefined ? null : <del className="text-danger line-through">{old}</del>}
      {before === undefined || after === undefined ? null : <span className="text-ink-faint"> → </span>}
      {after === undefined ? null : <ins className="text-ok no-underline">{now === '' ? '(empty)' : now}</ins>}
      {after === undefined ? <span className="text-ink-faint"> {t('→ not set')}</span> : null}
    </p>
  )
}

function toText(value: Json | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
