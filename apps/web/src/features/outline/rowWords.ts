import type { Problem, StepRun, StepRunStatus } from '@petal/core/model'
import type { Group } from '../../editor/groups.ts'
import type { OutlineWay } from './OutlineRow.ts'

const statusWords: Readonly<Record<StepRunStatus, string>> = {
  running: 'Running',
  ended: 'Done',
  failed: 'Failed',
  waiting: 'Waits for you',
  skipped: 'Not run',
  stopped: 'Stopped',
}

/** How a step of the last run stands, in words. */
export function runWords({ status, disabled, iteration }: Pick<StepRun, 'status' | 'disabled' | 'iteration'>): string {
  const words = statusWords[disabled ? 'skipped' : status]
  return iteration > 1 ? `${words}, ${iteration} times` : words
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
    pausedWhen === undefined ? '' : `Paused ${pausedWhen} it`,
    disabled ? 'Disabled' : '',
    isReached ? '' : 'Not reached',
    pauses ? 'Pauses before' : '',
    pinned ? 'Pinned' : '',
    group === undefined ? '' : `In ${group}`,
  ].filter((word) => word !== '')
}

/** What is wrong with a step, as a sentence; nothing for what is only good to know. */
export function problemWords(problems: readonly Problem[]): string {
  const [worst] = problems
  if (worst === undefined || worst.severity === 'info') return ''
  const more = problems.length > 1 ? ` and ${problems.length - 1} more` : ''
  return `${worst.severity === 'error' ? 'Problem' : 'Warning'}: ${worst.message}${more}`
}

/** Where a way leads, in words. `nameOf` names a step. */
export function wayWords({ kind, edge, label, lacks }: OutlineWay, nameOf: (stepId: string) => string): string {
  if (kind === 'open' && edge.from === 'START') return 'leads nowhere yet'
  const exit = lacks === 'exit' ? `${label}, which is no exit` : label
  const target = edge.to === 'END' ? 'End' : nameOf(edge.to)
  return `${exit} → ${target}${lacks === 'step' ? ', which is not there' : ''}`
}

/** What keeps a loop from going on for ever. */
export function loopWords({ edge: { maxTurns } }: OutlineWay, limit: number): string {
  if (maxTurns === undefined) return `loop · at most ${limit} steps`
  return `loop · at most ${maxTurns} ${maxTurns === 1 ? 'turn' : 'turns'}`
}

/** How many cards are in a group. */
export function groupWords({ stepIds, noteIds, collapsed }: Group): string {
  const counts = [counted(stepIds.length, 'step'), counted(noteIds.length, 'note'), collapsed ? 'collapsed' : '']
  return counts.filter((words) => words !== '').join(', ')
}

function counted(number: number, word: string): string {
  if (number === 0) return ''
  return number === 1 ? `1 ${word}` : `${number} ${word}s`
}

/** The first line of a note that says something. */
export function noteWords(text: string): string {
  const line = text.split('\n').find((words) => /\p{L}|\p{N}/u.test(words)) ?? ''
  return line.replace(/^[\s#>*-]+/, '').trim() || 'Empty note'
}
