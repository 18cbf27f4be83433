import { ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { MessageList } from './MessageList.tsx'
import { MomentRow } from './MomentRow.tsx'
import { NoRunYet } from './NoRunYet.tsx'
import { listCalls, type PlacedCall } from './sumUsage.ts'
import { useMoment } from './useMoment.ts'

/** Exactly what was sent to each model, and exactly what came back. */
export function MessagesTab() {
  const run = useEditor(selectRun)
  const calls = run === undefined ? [] : listCalls(run)
  if (calls.length === 0) {
    return (
      <NoRunYet icon={<MessagesSquare />}>
        {t('Here are the exact messages each model was sent, with values filled in, and its exact answer.')}
      </NoRunYet>
    )
  }
  return <Calls calls={calls} />
}

function Calls({ calls }: { readonly calls: readonly PlacedCall[] }) {
  const { momentId, choose } = useMoment()
  const [index, setIndex] = useState(0)
  const ofMoment = calls.filter(({ execution }) => execution.executionId === momentId)
  const shown = ofMoment.find((placed) => placed.index === index) ?? ofMoment[0] ?? calls.at(-1)
  if (shown === undefined) return null
  return (
    <div className="flex h-full min-h-0">
      <ScrollArea
        className="w-64 shrink-0 @max-xl:w-2/5 border-line border-r py-1"
        aria-label={t('Requests to models')}
      >
        <ol>
          {calls.map((placed) => (
            <li key={`${placed.execution.executionId} ${placed.index}`}>
              <MomentRow
                execution={placed.execution}
                chosen={placed.execution === shown.execution && placed.index === shown.index}
                onChoose={() => {
                  choose(placed.execution)
                  setIndex(placed.index)
                }}
              />
            </li>
          ))}
        </ol>
      </ScrollArea>
      <ScrollArea className="min-w-0 flex-1 p-3" aria-label={t('Messages')}>
        <CallHeader placed={shown} />
        <MessageList
          messages={[...shown.call.messages, ...(shown.call.answer === undefined ? [] : [shown.call.answer])]}
        />
      </ScrollArea>
    </div>
  )
}

function CallHeader({ placed: { call } }: { readonly placed: PlacedCall }) {
  const { provider, model, purpose, durationMs, usage } = call
  return (
    <p className="mb-2 flex flex-wrap gap-x-3 text-ink-faint text-sm tabular-nums">
      <span className="text-ink-soft">
        {provider} · {model}
      </span>
      {purpose === 'memory' ? <span>{t('summary for the memory')}</span> : null}
      {durationMs === undefined ? null : <span>{formatDuration(durationMs)}</span>}
      {usage === undefined ? null : (
        <span>
          {t('{inputTokens} in · {outputTokens} out', {
            inputTokens: usage.inputTokens,
            outputTokens: usage.outputTokens,
          })}
        </span>
      )}
    </p>
  )
}
