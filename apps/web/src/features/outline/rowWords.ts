import type { Problem, StepRun, StepRunStatus } from '@petal/core/model'
import { msg, plural, t } from '@petal/ui/language'
import type { Group } from '../../editor/groups.ts'
import type { OutlineWay } from './OutlineRow.ts'

const statusWords: Readonly<Record<StepRunStatus, string>> = {
  running: msg('Running'),
  ended: msg('Done'),
  failed: msg('Failed'),
  waiting: msg('Waits for you'),
  skipped: msg('Not run'),
  stopped: msg('Stopped'),
}

/** How a step of the last run stands, in words. */
export function runWords({ status, disabled, iteration }: Pick<StepRun, 'status' | 'disabled' | 'iteration'>): string {
  const words = t(statusWords[disabled ? 'skipped' : status])
  return iteration > 1 ? t('{words}, {iteration} times', { words, iteration }) : words
}

/** What is on or off for a step. */
export interface StepSwitches {
  readonly isReached: boolean
  readonly disabled: boolean
  readonly pinned: boolean
  /** Runs pause before it. */
  readonly pauses: boolean
  /** The run has paused at it. */
  readonly pausedWhen: 'before' | 'after' | undefined
  readonly group: string | undefined
}

/** The same as short words, what matters most first. */
export function switchWords({
  isReached,
  disabled,
  pinned,
  pauses,
  pausedWhen,
  group,
}: StepSwitches): readonly string[] {
  return [
    pausedWhen === 'before' ? t('Paused before it') : '',
    pausedWhen === 'after' ? t('Paused after it') : '',
    disabled ? t('Disabled') : '',
    isReached ? '' : t('Not reached'),
    pauses ? t('Pauses before') : '',
    pinned ? t('Pinned') : '',
    group === undefined ? '' : t('In {group}', { group }),
  ].filter((word) => word !== '')
}

/** What is wrong with a step, as a sentence; nothing for what is only good to know. */
export function problemWords(problems: readonly Problem[]): string {
  const wrong = problems.filter(({ severity }) => severity !== 'info')
  const [worst] = wrong
  if (worst === undefined) return ''
  const said = `${worst.severity === 'error' ? t('Problem') : t('Warning')}: ${t(worst.message)}`
  return wrong.length > 1 ? `${said} ${t('and {value} more', { value: wrong.length - 1 })}` : said
}

/** Where a way leads, in words. `nameOf` names a step. */
export function wayWords({ kind, edge, label, lacks }: OutlineWay, nameOf: (stepId: string) => string): string {
  if (kind === 'open' && edge.from === 'START') return t('leads nowhere yet')
  const exit = lacks === 'exit' ? t('{label}, which is no exit', { label }) : label
  const target = edge.to === 'END' ? t('End') : nameOf(edge.to)
  return `${exit} → ${lacks === 'step' ? t('{target}, which is not there', { target }) : target}`
}

/** What keeps a loop from going on for ever. */
export function loopWords({ edge: { maxTurns } }: OutlineWay, limit: number): string {
  if (maxTurns === undefined) return t('loop · at most {limit} steps', { limit })
  return plural(maxTurns, 'loop · at most {count} turn', 'loop · at most {count} turns')
}

/** How many cards are in a group. */
export function groupWords({ stepIds, noteIds, collapsed }: Group): string {
  const counts = [
    ...(stepIds.length === 0 ? [] : [plural(stepIds.length, '{count} step', '{count} steps')]),
    ...(noteIds.length === 0 ? [] : [plural(noteIds.length, '{count} note', '{count} notes')]),
    ...(collapsed ? [t('collapsed')] : []),
  ]
  return counts.join(', ')
}

/** The first line of a note that says something. */
export function noteWords(text: string): string {
  const line = text.split('\n').find((words) => /\p{L}|\p{N}/u.test(words)) ?? ''
  return line.replace(/^[\s#>*-]+/, '').trim() || t('Empty note')
}
