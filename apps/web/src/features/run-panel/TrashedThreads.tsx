import { Button, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { relativeTime } from '../../look/relativeTime.ts'
import type { ThreadRecord } from '../../storage/LibrarySchema.ts'
import { useThreadVerbs } from './useThreadVerbs.ts'

interface TrashedThreadsProps {
  readonly threads: readonly ThreadRecord[]
  readonly busy: boolean
}

/** Threads that were deleted. They are kept for thirty days. */
export function TrashedThreads({ threads, busy }: TrashedThreadsProps) {
  const verbs = useThreadVerbs()
  return (
    <div className="border-line border-t px-3 py-2">
      <Disclosure title={t('Deleted ({count})', { count: threads.length })}>
        <ul aria-label={t('Deleted threads')} className="flex max-h-48 flex-col gap-1 overflow-y-auto pt-1">
          {threads.map((thread) => (
            <li key={thread.threadId} className="flex items-center gap-1">
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block truncate text-ink">
                  {thread.name}
                </span>
                <span className="text-ink-faint text-xs">
                  {t('deleted {relativeTime}', { relativeTime: relativeTime(thread.trashedAt ?? 0, Date.now()) })}
                </span>
              </span>
              <Button size="sm" onClick={() => verbs.restore(thread)}>
                {t('Restore')}
              </Button>
              <Button size="sm" variant="ghost" disabled={busy} onClick={() => verbs.purge(thread)}>
                {t('Delete for good')}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
