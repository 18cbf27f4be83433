import { plural } from '../../language/plural.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'
import { quoteNames } from './problemTexts.ts'

interface EarlyUse {
  /** The number of the step that uses it. */
  readonly index: number
  readonly field: string
  /** The field as it stands where it is used. */
  readonly shown: string
}

/** That a field which steps write may be used before any has, or when one has left it out. */
export function explainUnwritten({ flow, names, steps }: Planning, { index, field, shown }: EarlyUse): string {
  const step = entryAt(names, index)
  const all = flow.writersOf(field)
  const leaving = all.filter((writer) => !entryAt(steps, writer).resolved?.surelyWrites.includes(field))
  const writers = quoteNames((leaving.length > 0 ? leaving : all).map((writer) => entryAt(names, writer)))
  if (leaving.length > 0) {
    // English says the same of one and of many; other languages do not.
    return plural(
      leaving.length,
      '{shown} may have no value yet when "{step}" runs: {writers} may leave it out.',
      '{shown} may have no value yet when "{step}" runs: {writers} may leave it out.',
      { shown, step, writers },
    )
  }
  return plural(
    all.length,
    '{shown} may have no value yet when "{step}" runs: {writers} writes it, but not on every way that leads here.',
    '{shown} may have no value yet when "{step}" runs: {writers} write it, but not on every way that leads here.',
    { shown, step, writers },
  )
}
