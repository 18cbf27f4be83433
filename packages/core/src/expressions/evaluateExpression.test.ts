import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import type { Scope } from '../templates/resolvePath.ts'
import { evaluateExpression } from './evaluateExpression.ts'
import { expressionFunctions } from './expressionFunctions.ts'
import { parseExpression } from './parseExpression.ts'

const scope: Scope = {
  name: 'Ada',
  score: 7,
  zero: 0,
  yes: true,
  no: false,
  nothing: null,
  blank: '',
  tags: ['x', 'y', 'z'],
  none: [],
  user: { name: 'Bo', age: 40, 'two words': 1 },
  items: [
    { title: 'one', price: 1.5 },
    { title: 'two', price: 2 },
  ],
  i: 1,
  key: 'name',
}

function faultOf(text: string, values: Scope = scope): AgentError {
  try {
    evaluateExpression(text, values, { stepId: 's', path: 'config.when' })
  } catch (fault) {
    if (AgentError.isInstance(fault)) return fault
  }
  throw new Error(`expected ${text} to fail`)
}

describe('values', () => {
  it.each<[string, Json]>([
    ['score + 1', 8],
    ['score - 10 * 2', -13],
    ['score / 2', 3.5],
    ['score % 4', 3],
    ['-4 % 2', 0],
    ['-zero', 0],
    ['"Hello " + name', 'Hello Ada'],
    ['name + score', 'Ada7'],
    ['tags + ["w"]', ['x', 'y', 'z', 'w']],
    ['tags[0] + tags[-1]', 'xz'],
    ['items[i].title', 'two'],
    ['user[key]', 'Bo'],
    ['user["two words"]', 1],
    ['score >= 7 and score < 8', true],
    ['"a" < "b"', true],
    ['"b" <= "a"', false],
    ['"b" > "a"', true],
    ['name == "Ada"', true],
    ['score == "7"', false],
    ['tags == ["x", "y", "z"]', true],
    ['user == {age: 40, "two words": 1, name: "Bo"}', true],
    ['user != {name: "Bo"}', true],
    ['[] == {}', false],
    ['"x" in tags', true],
    ['"w" not in tags', true],
    ['"d" in name', true],
    ['"name" in user', true],
    ['tags contains "y"', true],
    ['name contains "da"', true],
    ['user contains "constructor"', false],
    ['[{a: 1}] contains {a: 1}', true],
    ['name startsWith "A" and name endsWith "a"', true],
    ['"inv-2024.pdf" matches "inv-*.p?f"', true],
    ['name matches "a*"', false],
    ['blank is empty and none is empty and nothing is empty and gone is empty', true],
    ['zero is empty or no is empty', false],
    ['user.gone.deeper is empty', true],
    ['name is not empty', true],
    ['gone ?? "other"', 'other'],
    ['gone ?? gone2 ?? 3', 3],
    ['nothing ?? 1', 1],
    ['blank ?? 1', ''],
    ['gone == null', true],
    ['null != name', true],
    ['(yes ? gone : 1) ?? 2', 2],
    ['yes ? "a" : missing.at.all', 'a'],
    ['no or blank or zero or none or nothing', false],
    ['yes and name and score and tags and user', true],
    ['no and missing', false],
    ['yes or missing', true],
    ['not none', true],
    ['{a: score, b: [name]}', { a: 7, b: ['Ada'] }],
  ])('%s', (text, expected) => {
    expect(evaluateExpression(text, scope)).toEqual(expected)
  })
})

describe('functions', () => {
  it.each<[string, Json]>([
    ['length(tags) + length(name) + length(user) + length("🙂")', 10],
    ['lower("AbC") + upper("d") + trim("  e ")', 'abcDe'],
    ['first(tags) + last(tags)', 'xz'],
    ['first(none) ?? "none"', 'none'],
    ['first("🙂b") + last("ab")', '🙂b'],
    ['slice(tags, 1)', ['y', 'z']],
    ['slice("abcd", -3, -1)', 'bc'],
    ['reverse(tags)', ['z', 'y', 'x']],
    ['unique([1, "1", 1, {a: 1, b: 2}, {b: 2, a: 1}])', [1, '1', { a: 1, b: 2 }]],
    ['join(tags)', 'x, y, z'],
    ['join([1, null, {a: 1}], "|")', '1||{"a":1}'],
    ['split("a,b", ",")', ['a', 'b']],
    ['replace("a.b.c", ".", "$&")', 'a$&b$&c'],
    ['round(2.5) + round(-2.5)', 0],
    ['round(1.005, 2)', 1.01],
    ['round(-0.4)', 0],
    ['round(1e300, 2)', 1e300],
    ['floor(1.9) + ceil(1.1) + abs(-1)', 4],
    ['ceil(-0.5)', 0],
    ['min(tags2 ?? [3, 1, 2]) + max(1, 5, 3)', 6],
    ['min([]) ?? "none"', 'none'],
    ['sum([1, 2, 3]) + sum(4)', 10],
    ['sum([])', 0],
    ['keys(user)', ['name', 'age', 'two words']],
    ['values({a: 1, b: null})', [1, null]],
    ['number(" 3.5 ") + number(true) + number(1)', 5.5],
    ['string(1) + string("a") + string([1]) + string(null)', '1a[1]'],
    ['json("a")', '"a"'],
  ])('%s', (text, expected) => {
    expect(evaluateExpression(text, scope)).toEqual(expected)
  })

  it('each says how it is called, by its own name', () => {
    for (const { name, signature, description, arity } of expressionFunctions) {
      expect(signature.startsWith(`${name}(`)).toBe(true)
      expect(description).toMatch(/\.$/)
      expect(arity[0]).toBeLessThanOrEqual(arity[1])
    }
    expect(new Set(expressionFunctions.map(({ name }) => name)).size).toBe(expressionFunctions.length)
  })
})

describe('faults', () => {
  it.each([
    ['score +', 'expression.syntax', 'A value is missing'],
    ['gone + 1', 'expression.unknownVar', 'gone has no value'],
    ['user.gone', 'expression.unknownVar', 'user.gone has no value'],
    ['tags[9]', 'expression.unknownVar', 'tags[9] has no value'],
    ['tags.length', 'expression.unknownVar', 'tags.length has no value'],
    ['name[0]', 'expression.unknownVar', 'name[0] has no value'],
    ['constructor', 'expression.unknownVar', 'constructor has no value'],
    ['user.__proto__', 'expression.unknownVar', 'no value'],
    ['user.constructor.name', 'expression.unknownVar', 'no value'],
    ['user["toString"]', 'expression.unknownVar', 'no value'],
    ['user[tags]', 'expression.type', 'An index is a whole number or a text, not a list'],
    ['tags[0.5]', 'expression.type', 'An index is a whole number'],
    ['name < 3', 'expression.type', 'not a text with a number'],
    ['yes > no', 'expression.type', 'yes or no'],
    ['name - 1', 'expression.type', '- needs numbers, not a text'],
    ['-name', 'expression.type', '- needs a number'],
    ['score / zero', 'expression.type', 'divided by zero'],
    ['score % 0', 'expression.type', 'divided by zero'],
    ['1e308 * 10', 'expression.type', 'too large'],
    ['sum(1e308, 1e308)', 'expression.type', 'too large'],
    ['name + nothing', 'expression.type', 'cannot add nothing to a text'],
    ['user + tags', 'expression.type', 'cannot add a list to an object'],
    ['1 in 5', 'expression.type', 'not in a number'],
    ['1 in name', 'expression.type', 'needs a text'],
    ['tags startsWith "x"', 'expression.type', 'not a list'],
    ['length(5)', 'expression.type', 'length needs a list, a text or an object, not a number'],
    ['first(user)', 'expression.type', 'not an object'],
    ['join(name)', 'expression.type', 'join needs a list'],
    ['keys(tags)', 'expression.type', 'keys needs an object'],
    ['number("x1")', 'expression.type', 'cannot read a number'],
    ['number("")', 'expression.type', 'cannot read a number'],
    ['number(tags)', 'expression.type', 'needs a text or a number'],
    ['round(1, 20)', 'expression.type', 'digits'],
    ['replace("a", "", "b")', 'expression.type', 'search'],
    ['lower(1)', 'expression.type', 'lower needs a text'],
  ])('%s', (text, code, words) => {
    const fault = faultOf(text)
    expect(fault).toMatchObject({ code, stepId: 's', path: 'config.when', message: expect.stringContaining(words) })
  })

  it('name the variable, what is available, and where it stands', () => {
    expect(faultOf('1 + gone.x', { a: 1, b: 2 }).detail).toEqual({
      available: ['a', 'b'],
      detail: { variable: 'gone.x', start: 4, end: 10 },
    })
  })

  it('stop a text that grows without end', () => {
    const doubled = 'a'.repeat(600_000)
    expect(faultOf('a + a', { a: doubled }).message).toContain('grew longer')
    expect(faultOf(`${'json('.repeat(40)}"\\"\\\\"${')'.repeat(40)}`).message).toContain('grew longer')
  })
})

it('works out long chains without running out of stack', () => {
  expect(evaluateExpression(Array.from({ length: 400 }, () => '1').join(' + '), {})).toBe(400)
})

it('takes a parsed expression as well as its text', () => {
  expect(evaluateExpression(parseExpression('score'), scope)).toBe(7)
})

describe('for any values', () => {
  const operators = [
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    'in',
    'not in',
    'contains',
    'startsWith',
    'endsWith',
    'matches',
    '+',
    '-',
    '*',
    '/',
    '%',
    'and',
    'or',
    '??',
  ]

  it('gives JSON or an AgentError, whatever the operator', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...operators), (a, b, operator) => {
        try {
          const value = evaluateExpression(`a ${operator} b`, { a, b } as Scope)
          expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
        } catch (fault) {
          expect(AgentError.isInstance(fault) && fault.code).toBe('expression.type')
        }
      }),
    )
  })

  it('gives JSON or an AgentError, whatever the function', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...expressionFunctions),
        (values, called) => {
          const names = values.map((_, index) => `v${index}`)
          const text = `${called.name}(${names.join(', ')})`
          const given = Object.fromEntries(values.map((item, index) => [`v${index}`, item])) as Scope
          try {
            expect(evaluateExpression(text, given)).not.toBeUndefined()
          } catch (fault) {
            expect(AgentError.isInstance(fault) && ['expression.type', 'expression.syntax'].includes(fault.code)).toBe(
              true,
            )
          }
        },
      ),
    )
  })

  it('compares as the values do', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const results = ['<', '<=', '==', '>=', '>', '!='].map((operator) =>
          evaluateExpression(`a ${operator} b`, { a, b }),
        )
        expect(results).toEqual([a < b, a <= b, a === b, a >= b, a > b, a !== b])
      }),
    )
  })

  it('reads back every literal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('__proto__') && !/\\[bf]/.test(text))
        expect(evaluateExpression(text, {})).toEqual(JSON.parse(text))
      }),
    )
  })
})
