import type { LogLevel } from '@petal/core/model'
import { cn, EmptyState, ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ScrollText } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { TextWith } from '../../look/TextWith.tsx'
import { listLogs } from './listLogs.ts'
import { NoRunYet } from './NoRunYet.tsx'
import { useMoment } from './useMoment.ts'

const colors: Readonly<Record<LogLevel, string>> = {
  DEBUG: 'text-ink-faint',
  INFO: 'text-info',
  WARNING: 'text-warn',
  ERROR: 'text-danger',
  CRITICAL: 'text-danger',
}

/** What the steps logged, as far as the agent's logging settings let it through. */
export function LogsTab() {
  const run = useEditor(selectRun)
  const { choose } = useMoment()
  if (run === undefined)
    return <NoRunYet icon={<ScrollText />}>{t('Here is what the steps log, and every further try.')}</NoRunYet>
  const lines = listLogs(run)
  if (lines.length === 0) {
    return (
      <EmptyState icon={<ScrollText />} title={t('Nothing was logged')} className="h-full justify-center py-4">
        <TextWith
          text={t('Steps log by {call} in their code. The agent’s logging settings say from which level on.')}
          parts={{ call: <code className="font-mono text-sm">{'console.log'}</code> }}
        />
      </EmptyState>
    )
  }
  return (
    <ScrollArea className="h-full py-1" aria-label={t('Logs')}>
      <ol className="font-mono text-sm">
        {lines.map(({ id, execution, level, message, data }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => choose(execution)}
              className="focus-ring grid w-full grid-cols-[5rem_10rem_1fr] gap-3 px-3 py-0.5 text-left hover:bg-hover"
            >
              <span className={cn('font-medium', colors[level])}>{level}</span>
              <span className="truncate text-ink-faint">{execution.nodeName}</span>
              <span dir="auto" className="whitespace-pre-wrap break-words text-ink">
                {message}
                {data === undefined ? null : ` ${JSON.stringify(data)}`}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </ScrollArea>
  )
}
