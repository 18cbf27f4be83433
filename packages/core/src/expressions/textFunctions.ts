import { word } from '../language/word.ts'
import { toPromptText } from '../templates/toPromptText.ts'
import { TypeFault } from './ExpressionFault.ts'
import { type ExpressionFunction, expectArgument as expect, wrongKind } from './ExpressionFunction.ts'

/** Functions that work on texts or make one. */
export const textFunctions: readonly ExpressionFunction[] = [
  {
    name: 'lower',
    signature: 'lower(text)',
    description: 'The text in small letters.',
    arity: [1, 1],
    apply: ([value]) => expect.text('lower', value).toLowerCase(),
  },
  {
    name: 'upper',
    signature: 'upper(text)',
    description: 'The text in capitals.',
    arity: [1, 1],
    apply: ([value]) => expect.text('upper', value).toUpperCase(),
  },
  {
    name: 'trim',
    signature: 'trim(text)',
    description: 'The text without space at its ends.',
    arity: [1, 1],
    apply: ([value]) => expect.text('trim', value).trim(),
  },
  {
    name: 'split',
    signature: 'split(text, separator)',
    description: 'The pieces of the text between the separators, as a list.',
    arity: [2, 2],
    apply: ([value, separator]) => expect.text('split', value).split(expect.text('split', separator)),
  },
  {
    name: 'replace',
    signature: 'replace(text, search, replacement)',
    description: 'The text with every occurrence of search replaced.',
    arity: [3, 3],
    apply: ([value, search, replacement]) => {
      const pieces = expect.text('replace', value).split(requireSearch(expect.text('replace', search)))
      return pieces.join(expect.text('replace', replacement))
    },
  },
  {
    name: 'join',
    signature: 'join(list, separator?)',
    description: 'The items of the list as one text, with ", " or the separator between them.',
    arity: [1, 2],
    apply: ([list, separator]) =>
      expect
        .list('join', list)
        .map((item) => toPromptText(item) ?? '')
        .join(separator === undefined ? ', ' : expect.text('join', separator)),
  },
  {
    name: 'string',
    signature: 'string(value)',
    description: 'The value as text: texts as they are, everything else as JSON, nothing as "".',
    arity: [1, 1],
    apply: ([value]) => toPromptText(value) ?? '',
  },
  {
    name: 'json',
    signature: 'json(value)',
    description: 'The value as JSON.',
    arity: [1, 1],
    apply: ([value]) => JSON.stringify(value ?? null),
  },
  {
    name: 'number',
    signature: 'number(value)',
    description: 'The number that a text spells, such as "3.5".',
    arity: [1, 1],
    apply: ([value]) => {
      if (typeof value === 'number') return value
      if (typeof value === 'boolean') return Number(value)
      if (typeof value !== 'string') throw wrongKind('number', word('a text or a number'), value)
      const read = value.trim() === '' ? Number.NaN : Number(value)
      if (Number.isFinite(read)) return read
      throw new TypeFault(word('number cannot read a number from "{value}".', { value: value.slice(0, 40) }))
    },
  },
]

function requireSearch(search: string): string {
  if (search !== '') return search
  throw new TypeFault(word('replace needs something to search for.'))
}
