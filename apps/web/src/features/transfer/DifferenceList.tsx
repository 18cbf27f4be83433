import { cn } from '@petal/ui'
import type { Difference } from './compareAgents.ts'

const marks = {
  added: { sign: '+', color: 'text-ok', label: 'Added' },
  removed: { sign: '−', color: 'text-danger', label: 'Removed' },
  changed: { sign: '~', color: 'text-warn', label: 'Changed' },
} as const

/** Differences between two agents, line by line. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="text-ink-soft">No difference.</p>
  return (
    <ul className="flex flex-col gap-0.5">
      {differences.map(({ kind, subject, detail }) => (
        <li key={`${kind} ${subject}`} className="flex gap-2">
          <span
            role="img"
            aria-label={marks[kind].label}
            className={cn('w-3 shrink-0 text-center font-mono', marks[kind].color)}
          >
            {marks[kind].sign}
          </span>
          <span dir="auto" className="min-w-0 break-words text-ink">
            {subject}
            {detail === undefined ? null : <span className="text-ink-faint"> · {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
