import type { LLMConfig } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleCheck, CircleX, PlugZap } from 'lucide-react'
import { useState } from 'react'
import { formatDuration } from '../../look/formatDuration.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import type { ModelCheckResult } from '../../runner/Runner.ts'

/** One tiny request, on click only: does this model answer from this page? */
export function ConnectionTest({ llm }: { readonly llm: LLMConfig }) {
  const controller = useRunController()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<ModelCheckResult>()
  const test = async () => {
    setBusy(true)
    setResult(undefined)
    setResult(await controller.trials.checkModel(llm))
    setBusy(false)
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button icon={<PlugZap />} busy={busy} onClick={test}>
        {t('Test the connection')}
      </Button>
      {result === undefined ? null : <TestResult result={result} />}
    </div>
  )
}

function TestResult({ result }: { readonly result: ModelCheckResult }) {
  if (result.ok) {
    return (
      <p role="status" className="flex items-start gap-2 text-ink">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
        <span dir="auto">
          {t('It answered in {duration}: “{slice}”', {
            duration: formatDuration(result.durationMs),
            slice: result.answer.slice(0, 120),
          })}
        </span>
      </p>
    )
  }
  const { message, cause, code } = result.problem
  return (
    <div role="alert" className="flex items-start gap-2 text-ink">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0">
        <p dir="auto" className="break-words">
          {message} <span className="text-ink-faint text-sm">({code})</span>
        </p>
        {cause?.text === undefined ? null : (
          <pre
            dir="auto"
            className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap break-words rounded-md bg-sunken p-2 font-mono text-sm"
          >
            {cause.text}
          </pre>
        )}
      </div>
    </div>
  )
}
