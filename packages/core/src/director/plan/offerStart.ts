import type { ProblemFix } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { msg } from '../../language/msg.ts'
import { t } from '../../language/t.ts'
import type { StateFieldType } from '../../state/StateType.ts'

interface Start {
  readonly value: Json
  readonly words: string
}

const text: Start = { value: '', words: msg('an empty text') }
const list: Start = { value: [], words: msg('an empty list') }
const zero: Start = { value: 0, words: '0' }

/** What a field of each type starts as when nothing is known yet. What may be anything starts as a text: null prints nothing. */
const starts: Readonly<Record<StateFieldType, Start>> = {
  string: text,
  any: text,
  number: zero,
  integer: zero,
  boolean: { value: false, words: 'false' },
  array: list,
  messages: list,
  object: { value: {}, words: msg('an empty object') },
}

/**
 * The way out for a field that is read before anything has written it.
 *
 * @param wanted what its reader needs, for a field that may hold anything
 */
export function offerStart(name: string, type: StateFieldType, wanted: StateFieldType = 'any'): ProblemFix {
  const { value, words } = starts[type === 'any' ? wanted : type]
  return {
    label: t('Give {name} a start value: {start}', { name, start: t(words) }),
    change: { path: `stateType.fields.${name}.default`, value },
  }
}
