import type { Json } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What an edge begins or ends at: the file has words of its own for the start and the end. */
export function describeEnd<Value extends Json | undefined>(value: Value): Value | string {
  if (value === 'START') return t('Start')
  return value === 'END' ? t('End') : value
}
