import { t } from '@petal/ui/language'
import { formatDuration } from '../../look/formatDuration.ts'
import { formatMoment } from '../../look/formatMoment.ts'
import { describeTurn } from '../../runner/describeTurn.ts'
import type { RunRecord, ThreadRecord } from '../../storage/LibrarySchema.ts'
import { runWords } from './runWords.ts'

/** What a stored run is seen beside. */
interface Beside {
  /** The conversations that go on: a run of another is none of these. */
  readonly threads: readonly ThreadRecord[]
  /** The agent on screen, by its fingerprint; undefined while that is not known. */
  readonly configHash: string | undefined
}

/** A stored run in two lines: how it ended and what it was given; when, how long, in which thread, with which agent. */
export function describeRun(record: RunRecord, { threads, configHash }: Beside) {
  const { status, input, startedAt, workedMs, threadId } = record
  const thread = threads.find((other) => other.threadId === threadId)
  const isOther = configHash !== undefined && record.configHash !== undefined && record.configHash !== configHash
  const facts = [
    formatMoment(startedAt),
    ...(workedMs === undefined ? [] : [formatDuration(workedMs)]),
    ...(thread === undefined ? [] : [t('Thread: {name}', { name: thread.name })]),
    ...(isOther ? [t('the agent was changed since')] : []),
  ]
  return { label: `${t(runWords[status])} · ${describeTurn(input) ?? t('No input')}`, hint: facts.join(' · ') }
}
