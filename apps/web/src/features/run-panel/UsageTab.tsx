import type { Usage } from '@petal/core/model'
import { ScrollArea } from '@petal/ui'
import { Gauge } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { NoRunYet } from './NoRunYet.tsx'
import { listCalls, sumUsage } from './sumUsage.ts'

/** Tokens and time, model call by model call. */
export function UsageTab() {
  const run = useEditor(selectRun)
  const calls = run === undefined ? [] : listCalls(run)
  if (calls.length === 0) {
    return (
      <NoRunYet icon={<Gauge />}>
        Here are the tokens and the time of every model call, as the provider counted them.
      </NoRunYet>
    )
  }
  return (
    <ScrollArea className="h-full px-3 py-1" aria-label="Usage">
      <table className="w-full text-left tabular-nums">
        <thead className="text-ink-faint text-xs">
          <tr className="h-7 border-line border-b [&>th]:font-normal">
            <th>Step</th>
            <th>Model</th>
            <th className="text-right">Sent</th>
            <th className="text-right">Answered</th>
            <th className="text-right">Time</th>
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
              <td className="text-right">{call.durationMs === undefined ? '–' : formatDuration(call.durationMs)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-8 font-medium text-ink">
            <td colSpan={2}>In all</td>
            <Tokens usage={run?.usage ?? sumUsage(calls)} />
            <td className="text-right">{run?.durationMs === undefined ? '–' : formatDuration(run.durationMs)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  )
}

function Tokens({ usage }: { readonly usage: Usage | undefined }) {
  return (
    <>
      <td className="text-right">{usage?.inputTokens.toLocaleString() ?? '–'}</td>
      <td className="text-right">{usage?.outputTokens.toLocaleString() ?? '–'}</td>
    </>
  )
}
