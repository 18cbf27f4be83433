import { plural } from '../../language/plural.ts'
import { quoteNames } from './problemTexts.ts'

interface UnwrittenUse {
  /** The field as it stands where it is used. */
  readonly shown: string
  readonly step: string
  /** The names of the steps that write it. */
  readonly writers: readonly string[]
}

/** That a field is written, but may be used before. */
export function explainUnwritten({ shown, step, writers }: UnwrittenUse): string {
  return plural(
    writers.length,
    '{shown} may have no value yet when "{step}" runs: {writers} writes it, but not on every way that leads here.',
    '{shown} may have no value yet when "{step}" runs: {writers} write it, but not on every way that leads here.',
    { shown, step, writers: quoteNames(writers) },
  )
}
