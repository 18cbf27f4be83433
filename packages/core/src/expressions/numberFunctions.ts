import type { Json } from '../json/Json.ts'
import { word } from '../language/word.ts'
import { isList } from '../templates/resolvePath.ts'
import { TypeFault } from './ExpressionFault.ts'
import { type ExpressionFunction, expectArgument as expect } from './ExpressionFunction.ts'

/** Functions that work on numbers. */
export const numberFunctions: readonly ExpressionFunction[] = [
  {
    name: 'round',
    signature: 'round(number, digits?)',
    description: 'The number rounded to whole, or to so many digits after the point.',
    arity: [1, 2],
    apply: ([value, digits]) => {
      const places = digits === undefined ? 0 : expect.number('round', digits)
      if (!Number.isInteger(places) || places < 0 || places > 15)
        throw new TypeFault(word('round takes 0 to 15 digits.'))
      return roundTo(expect.number('round', value), places)
    },
  },
  {
    name: 'floor',
    signature: 'floor(number)',
    description: 'The next whole number below.',
    arity: [1, 1],
    apply: ([value]) => Math.floor(expect.number('floor', value)),
  },
  {
    name: 'ceil',
    signature: 'ceil(number)',
    description: 'The next whole number above.',
    arity: [1, 1],
    apply: ([value]) => Math.ceil(expect.number('ceil', value)) + 0,
  },
  {
    name: 'abs',
    signature: 'abs(number)',
    description: 'The number without its sign.',
    arity: [1, 1],
    apply: ([value]) => Math.abs(expect.number('abs', value)),
  },
  {
    name: 'min',
    signature: 'min(list) or min(a, b, …)',
    description: 'The smallest of the numbers; null when there are none.',
    arity: [1, 100],
    apply: (args) => extreme('min', args, (a, b) => a < b),
  },
  {
    name: 'max',
    signature: 'max(list) or max(a, b, …)',
    description: 'The largest of the numbers; null when there are none.',
    arity: [1, 100],
    apply: (args) => extreme('max', args, (a, b) => a > b),
  },
  {
    name: 'sum',
    signature: 'sum(list) or sum(a, b, …)',
    description: 'All the numbers added up; 0 when there are none.',
    arity: [1, 100],
    apply: (args) => {
      const total = numbersOf('sum', args).reduce((sum, value) => sum + value, 0)
      if (!Number.isFinite(total)) throw new TypeFault(word('The sum is too large.'))
      return total
    },
  },
]

/** Rounds by the decimal text, so that 1.005 to two digits is 1.01 as people expect, and halves go away from zero. */
function roundTo(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + places}`))
  const rounded = Number(`${shifted}e-${places}`)
  return Number.isFinite(rounded) ? Math.sign(value) * rounded + 0 : value
}

function extreme(name: string, args: readonly Json[], better: (a: number, b: number) => boolean): Json {
  const numbers = numbersOf(name, args)
  return numbers.length === 0 ? null : numbers.reduce((best, value) => (better(value, best) ? value : best))
}

function numbersOf(name: string, args: readonly Json[]): readonly number[] {
  const [first] = args
  const values = args.length === 1 && isList(first) ? first : args
  return values.map((value) => expect.number(name, value))
}
