import { plural, t } from '@petal/ui/language'
import { changeMarks } from '../../../look/difference/changeMarks.ts'
import { describeThing } from '../../../look/difference/describeSetting.ts'
import type { ShownChange } from './planComparison.ts'

/** How many settings of a thing are other ones. */
export function countSettings({ kind, differences }: ShownChange): number {
  return kind === 'changed' ? differences.filter(({ kind: what }) => what !== 'moved').length : 0
}

/** A change in words: what it is called, what became of it, and how many settings are other ones. */
export function describeChange(change: ShownChange): string {
  const [first] = change.differences
  const name = first === undefined ? change.name : describeThing(first)
  const count = countSettings(change)
  const isRewired = first?.kind === 'rewired'
  const what = isRewired ? t('leads elsewhere') : t(changeMarks[change.kind].label).toLowerCase()
  if (isRewired || count === 0) return `${name}: ${what}`
  return plural(count, '{name}: {what}, {count} setting', '{name}: {what}, {count} settings', { name, what })
}
