import type { RunState, Usage } from '@petal/core/model'
import { Button, ScrollArea } from '@petal/ui'
import { spokenLanguage, t } from '@petal/ui/language'
import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { formatCost } from '../../look/prices/costOf.ts'
import { usePrices } from '../../look/prices/priceStore.ts'
import { sumCost } from '../../look/prices/sumCost.ts'
import { CallCost } from './CallCost.tsx'
import { NoRunYet } from './NoRunYet.tsx'
import { narrowCalls } from './narrowCalls.ts'
import { listCalls, sumUsage } from './sumUsage.ts'
import { useMoment } from './useMoment.ts'

/** Tokens and time, model call by model call: of the run, or of what is chosen of it within a called agent. */
export function UsageTab() {
  const run = useEditor(selectRun)
  if (run === undefined || listCalls(run).length === 0) {
    return (
      <NoRunYet icon={<Gauge />}>
        {t('Here are the tokens and the time of every model call, as the provider counted them.')}
      </NoRunYet>
    )
  }
  return <RunUsage run={run} />
}

function RunUsage({ run }: { readonly run: RunState }) {
  const { momentId } = useMoment()
  const [widened, setWidened] = useState<string>()
  const { calls, within } = narrowCalls(run, momentId === widened ? undefined : momentId)
  const usage = within === undefined ? (run.usage ?? sumUsage(calls)) : sumUsage(calls)
  const prices = usePrices()
  const cost = sumCost(
    calls.map(({ call }) => call),
    prices,
  )
  const durationMs = within === undefined ? run.durationMs : within.durationMs
  return (
    <ScrollArea className="h-full px-3 py-1" aria-label={t('Usage')}>
      {within === undefined ? null : (
        <p className="flex items-center gap-2 py-1 text-ink-soft text-sm">
          {t('Only {nodeName}, within an agent that was called.', { nodeName: within.nodeName })}
          <Button size="sm" variant="ghost" onClick={() => setWidened(momentId)}>
            {t('Show the whole run')}
          </Button>
        </p>
      )}
      <table className="w-full text-left tabular-nums">
        <thead className="text-ink-faint text-xs">
          <tr className="h-7 border-line border-b [&>th]:font-normal">
            <th>{t('Step')}</th>
            <th>{t('Model')}</th>
            <th className="text-right">{t('Sent')}</th>
            <th className="text-right">{t('Answered')}</th>
            <th className="text-right">{t('Cost')}</th>
            <th className="text-right">{t('Time')}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map(({ execution, call, index }) => (
            <tr key={`${execution.executionId} ${index}`} className="h-7 border-line border-b text-ink">
              <td className="max-w-56 truncate">
                {execution.nodeName}
                {execution.iteration > 1 ? ` (${execution.iteration})` : ''}
              </td>
              <td className="text-ink-soft">{call.model}</td>
              <Tokens usage={call.usage} />
              <td className="text-right">
                <CallCost call={call} />
              </td>
              <td className="text-right">{call.durationMs === undefined ? '–' : formatDuration(call.durationMs)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-8 font-medium text-ink">
            <td colSpan={2}>{t('In all')}</td>
            <Tokens usage={usage} />
            <td className="text-right">{cost === undefined ? '–' : formatCost(cost, prices.currency)}</td>
            <td className="text-right">{durationMs === undefined ? '–' : formatDuration(durationMs)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  )
}

function Tokens({ usage }: { readonly usage: Usage | undefined }) {
  return (
    <>
      <td className="text-right">{usage?.inputTokens.toLocaleString(spokenLanguage()) ?? '–'}</td>
      <td className="text-right">{usage?.outputTokens.toLocaleString(spokenLanguage()) ?? '–'}</td>
    </>
  )
}
