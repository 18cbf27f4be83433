import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Bookmark, Clock, History } from 'lucide-react'
import { formatMoment } from '../../../look/formatMoment.ts'
import { relativeTime } from '../../../look/relativeTime.ts'
import type { AgentVersion } from '../../../storage/LibrarySchema.ts'
import { describeVersion } from './describeVersion.ts'

interface VersionListProps {
  readonly versions: readonly AgentVersion[]
  readonly chosenRev: number | undefined
  onChoose(rev: number): void
}

/** Versions, newest first: what each is called, and when it was kept. */
export function VersionList({ versions, chosenRev, onChoose }: VersionListProps) {
  return (
    <ul aria-label={t('Versions')} className="min-h-0 flex-1 overflow-y-auto p-2">
      {versions.map((version) => (
        <li key={version.rev}>
          <button
            type="button"
            aria-current={version.rev === chosenRev}
            onClick={() => onChoose(version.rev)}
            className={cn(
              'focus-ring flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover',
              version.rev === chosenRev && 'bg-accent-soft',
            )}
          >
            <VersionIcon version={version} />
            <span className="min-w-0">
              <span dir="auto" className={cn('block truncate text-ink', version.name !== undefined && 'font-medium')}>
                {describeVersion(version)}
              </span>
              <span className="block truncate text-ink-faint text-sm">
                {relativeTime(version.at, Date.now())} · {formatMoment(version.at)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function VersionIcon({ version: { name, reason } }: { readonly version: AgentVersion }) {
  const Icon = name !== undefined ? Bookmark : reason !== undefined ? History : Clock
  const look = name === undefined ? 'text-ink-faint' : 'text-accent'
  return <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', look)} />
}
