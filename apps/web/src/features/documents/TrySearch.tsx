import type { DocumentSearch, StepHost } from '@petal/core/model'
import { hostLabel } from '@petal/core/model'
import { Button, Disclosure, TextField } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Search } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useRunController } from '../../runner/RunContext.tsx'
import type { SearchHandle, SearchResult } from '../../runner/Runner.ts'

interface TrySearchProps {
  readonly search: DocumentSearch
  /** The servers that a search asks. */
  readonly hosts: readonly StepHost[]
}

/** A search with the step's settings, without running the agent. */
export function TrySearch({ search, hosts }: TrySearchProps) {
  const [question, setQuestion] = useState('')
  const { result, progress, isBusy, start, stop } = useSearch()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (question.trim() !== '') start(search, question, hosts)
  }
  return (
    <Disclosure title={t('Try a query')}>
      <form onSubmit={submit} className="flex flex-col gap-2 pt-2">
        <div className="flex gap-1.5">
          <TextField
            aria-label={t('Query to try')}
            placeholder={t('What would you ask?')}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
          {isBusy ? (
            <Button onClick={stop}>{t('Stop')}</Button>
          ) : (
            <Button type="submit" icon={<Search />} disabled={question.trim() === ''}>
              {t('Search')}
            </Button>
          )}
        </div>
        {hosts.length === 0 ? null : (
          <p className="text-ink-faint text-sm">
            {t('The query is sent to {map}, the first time with the documents.', {
              map: hosts.map(hostLabel).join(', '),
            })}
          </p>
        )}
        {progress === undefined ? null : (
          <p role="status" className="text-ink-soft">
            {t('Prepared {done} of {total} passages …', { done: progress.done, total: progress.total })}
          </p>
        )}
      </form>
      {result === undefined ? null : <Result result={result} />}
    </Disclosure>
  )
}

function Result({ result }: { readonly result: SearchResult }) {
  if (!result.ok) {
    return (
      <p role="alert" className="pt-2 text-danger">
        {t(result.problem.message)} <span className="text-ink-faint text-sm">({result.problem.code})</span>
      </p>
    )
  }
  const { hits } = result
  return (
    <>
      <p role="status" className="pt-2 text-ink-soft">
        {hits.length === 0
          ? t('Nothing was found.')
          : plural(hits.length, '{count} passage found', '{count} passages found')}
      </p>
      <ol aria-label={t('Passages found')} className="flex flex-col gap-2 pt-1">
        {hits.map(({ text, source, score }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a hit is known by its rank, and nothing is kept per row
          <li key={index} className="rounded-md bg-sunken p-2">
            <p className="flex justify-between gap-2 text-ink-faint text-sm">
              <span dir="auto" className="min-w-0 truncate">
                {source}
              </span>
              <span title={t('Score')}>{score.toFixed(3)}</span>
            </p>
            <p dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words text-ink">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function useSearch() {
  const controller = useRunController()
  const current = useRef<SearchHandle>(undefined)
  const [result, setResult] = useState<SearchResult>()
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => () => current.current?.stop(), [])
  const start = async (search: DocumentSearch, question: string, hosts: readonly StepHost[]) => {
    setBusy(true)
    setResult(undefined)
    const handle = controller.trials.search(search, question, hosts, (done, total) => setProgress({ done, total }))
    current.current = handle
    const found = await handle.done
    if (current.current !== handle) return
    current.current = undefined
    setProgress(undefined)
    setBusy(false)
    setResult(found)
  }
  return { result, progress, isBusy, start, stop: () => current.current?.stop() }
}
