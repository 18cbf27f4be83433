import type { RunState } from '@petal/core/model'
import { Button, cn, ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { Suspense, useEffect, useId, useMemo, useRef, useState } from 'react'
import { formatDuration } from '../../../look/formatDuration.ts'
import { lazyPart } from '../../../look/lazyPart.ts'
import { recordIdOf } from '../../../runner/recordIdOf.ts'
import { ComparedDetail } from './ComparedDetail.tsx'
import type { ComparedRow } from './ComparedRow.ts'
import { ComparedRowView } from './ComparedRowView.tsx'
import { compareRuns } from './compareRuns.ts'
import { whereOfRow } from './whereOfRow.ts'

const ChangedAgent = lazyPart(async () => (await import('./ChangedAgent.tsx')).ChangedAgent)

interface ComparedRunsProps {
  readonly before: RunState
  readonly after: RunState
}

/** The rows of two runs side by side, begun at the first difference; what differs in the chosen one at the right. */
export function ComparedRuns({ before, after }: ComparedRunsProps) {
  const { rows, firstId } = useMemo(() => compareRuns(before, after), [before, after])
  const [chosenId, choose] = useState(firstId)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-first]')?.scrollIntoView({ block: 'center' })
  }, [])
  const chosen = rows.find(({ id }) => id === chosenId)
  const first = rows.find(({ id }) => id === firstId)
  const placeOf = (row: ComparedRow) => whereOfRow(row, before, after)
  return (
    <div className="flex min-h-0 flex-1 max-sm:flex-col">
      <ScrollArea className="min-h-0 min-w-0 flex-1 py-1" aria-label={t('Both runs')}>
        <p role="status" className="px-4 py-1.5 text-ink-soft">
          {first === undefined
            ? t('Both runs did the same.')
            : t('The first difference: {place}.', { place: placeOf(first).words })}{' '}
          {before.configHash === after.configHash ? null : t('The agent was changed between them.')}
        </p>
        {before.configHash === after.configHash ? null : <AgentChange before={before} after={after} />}
        <ol ref={list}>
          {rows.map((row) => (
            <li key={row.id} {...(row.id === firstId ? { 'data-first': '' } : {})}>
              <ComparedRowView
                row={row}
                first={row.id === firstId}
                chosen={row.id === chosenId}
                words={placeOf(row).words}
                onChoose={() => choose(row.id)}
              />
            </li>
          ))}
        </ol>
        <p className={cn('grid grid-cols-2 gap-3 px-4 py-1.5 text-ink-faint text-xs tabular-nums')}>
          <span>{t('{duration} in all', { duration: formatDuration(before.durationMs ?? 0) })}</span>
          <span>{t('{duration} in all', { duration: formatDuration(after.durationMs ?? 0) })}</span>
        </p>
      </ScrollArea>
      {chosen === undefined ? null : <ComparedDetail row={chosen} place={placeOf(chosen)} />}
    </div>
  )
}

/** What was changed of the agent, on demand. */
function AgentChange({ before, after }: ComparedRunsProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="px-4 pb-1.5">
      <Button
        size="sm"
        icon={isOpen ? <ChevronDown /> : <ChevronRight />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('What was changed')}
      </Button>
      <section id={id} hidden={!isOpen} aria-label={t('What was changed')} className="mt-2">
        {isOpen ? (
          <Suspense>
            <ChangedAgent beforeId={recordIdOf(before)} afterId={recordIdOf(after)} />
          </Suspense>
        ) : null}
      </section>
    </div>
  )
}
