import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTextFix } from '../templates/TextProblem.ts'
import type { ExpressionNode } from './Expression.ts'
import { parseExpression } from './parseExpression.ts'

/** The tree as text with every bracket written, to see what binds to what. */
function show(node: ExpressionNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return 'nothing'
    case 'literal':
      return JSON.stringify(node.value)
    case 'variable':
      return node.name
    case 'member':
      return `${show(node.target)}.${node.key}`
    case 'index':
      return `${show(node.target)}[${show(node.index)}]`
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`
    case 'binary':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`
    case 'empty':
      return `(${show(node.operand)} is ${node.negated ? 'not ' : ''}empty)`
    case 'choice':
      return `(${show(node.test)} ? ${show(node.whenTrue)} : ${show(node.whenFalse)})`
    case 'call':
      return `${node.name}(${node.args.map(show).join(', ')})`
    case 'list':
      return `[${node.items.map(show).join(', ')}]`
    case 'object':
      return `{${node.entries.map(({ key, value }) => `${key}: ${show(value)}`).join(', ')}}`
  }
}

describe('what binds to what', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['-a.b * 2', '((- a.b) * 2)'],
    ['a or b and c', '(a or (b and c))'],
    ['not a == b', '(not (a == b))'],
    ['not a and b', '((not a) and b)'],
    ['a == b + 1', '(a == (b + 1))'],
    ['a not in b and c', '((a not in b) and c)'],
    ['a is not empty or b is empty', '((a is not empty) or (b is empty))'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a > 1 ? "x" : "y"', '((a > 1) ? "x" : "y")'],
    ['a ?? b or c', '((a ?? b) or c)'],
    ['a ?? 0 > 3', '((a ?? 0) > 3)'],
    ['-a ?? b ?? 0', '(- ((a ?? b) ?? 0))'],
    ['a.b[0]["two words"][-1]', 'a.b.0.two words.-1'],
    ['a[b.c + 1].d', 'a[(b.c + 1)].d'],
    ['max([1, 2,]) + length(a)', '(max([1, 2]) + length(a))'],
    ['{a: 1, "b c": {d: []}}', '{a: 1, b c: {d: []}}'],
    ['name contains "a" and name startsWith "b"', '((name contains "a") and (name startsWith "b"))'],
    ['contains contains empty', '(contains contains empty)'],
    ['[true, false, null]', '[true, false, null]'],
    ["'it\\'s' + \"\\u00e9\\n\"", '("it\'s" + "é\\n")'],
    ['1.5e2', '150'],
  ])('%s', (text, tree) => {
    const { node, problems } = parseExpression(text)
    expect(problems).toEqual([])
    expect(show(node)).toBe(tree)
  })
})

interface Faulty {
  readonly text: string
  readonly at: readonly [start: number, end: number]
  readonly words: string
  readonly mended?: string
}

const faulty: readonly Faulty[] = [
  { text: '', at: [0, 0], words: 'empty' },
  { text: '  ', at: [0, 2], words: 'empty' },
  { text: 'a +', at: [3, 3], words: 'A value is missing: the expression ends here' },
  { text: 'a b', at: [2, 3], words: 'An operator is missing, but b stands here' },
  { text: 'a && b', at: [2, 4], words: 'Write and', mended: 'a and b' },
  { text: 'a || b', at: [2, 4], words: 'Write or', mended: 'a or b' },
  { text: '!a', at: [0, 1], words: 'Write not', mended: 'not a' },
  { text: 'a = 1', at: [2, 3], words: 'Write ==', mended: 'a == 1' },
  { text: 'a === 1', at: [2, 5], words: 'Write ==', mended: 'a == 1' },
  { text: 'a !== 1', at: [2, 5], words: 'Write !=', mended: 'a != 1' },
  { text: '{score} > 3', at: [0, 7], words: 'a variable stands alone', mended: 'score > 3' },
  { text: 'a.trim()', at: [2, 6], words: 'no methods' },
  { text: 'lenght(a)', at: [0, 6], words: 'no function lenght', mended: 'length(a)' },
  { text: 'alert(1)', at: [0, 5], words: 'no function alert' },
  { text: 'trim()', at: [0, 4], words: 'trim(text)' },
  { text: '1 < a < 3', at: [6, 7], words: 'chained' },
  { text: 'a is 3', at: [5, 6], words: 'empty or not empty' },
  { text: '"open', at: [0, 5], words: 'never closed', mended: '"open"' },
  { text: '"\\x"', at: [1, 3], words: 'Write \\\\', mended: '"\\\\x"' },
  { text: '[1, 2', at: [5, 5], words: '] is missing' },
  { text: 'f(1', at: [3, 3], words: ') is missing' },
  { text: '(a', at: [2, 2], words: ') is missing' },
  { text: '{a: 1', at: [5, 5], words: '} is missing' },
  { text: '{1: 1}', at: [1, 2], words: 'A key is missing' },
  { text: '{a 1}', at: [3, 4], words: ': is missing' },
  { text: '{a: 1, a: 2}', at: [7, 8], words: 'twice' },
  { text: '{"__proto__": 1}', at: [1, 12], words: 'not allowed' },
  { text: 'a ? b', at: [5, 5], words: ': is missing' },
  { text: 'a[1', at: [3, 3], words: '] is missing' },
  { text: 'a.1', at: [2, 3], words: 'A name is missing' },
  { text: 'a # b', at: [2, 3], words: 'no meaning' },
  { text: '1e999', at: [0, 5], words: 'too large' },
  { text: '`a`', at: [0, 1], words: 'no meaning' },
  { text: 'a "x"', at: [2, 5], words: 'a text stands here' },
  { text: 'a; b', at: [1, 2], words: 'no meaning' },
]

describe('problems', () => {
  it.each(faulty)('$text', ({ text, at, words, mended }) => {
    const { node, problems } = parseExpression(text)
    expect(node).toBeUndefined()
    expect(problems).toMatchObject([{ start: at[0], end: at[1], message: expect.stringContaining(words) }])
    const fix = problems[0]?.fix
    expect(fix && applyTextFix(text, fix)).toBe(mended)
    if (mended !== undefined) expect(parseExpression(mended).problems).toEqual([])
  })

  it.each([
    ['brackets', `${'('.repeat(200)}1${')'.repeat(200)}`, 'nested deeper'],
    ['minus signs', `${'-'.repeat(200)}1`, 'nested deeper'],
    ['terms', `${'1+'.repeat(2000)}1`, 'longer than'],
    ['indices', `a${'[0]'.repeat(2000)}`, 'longer than'],
    ['characters', ' '.repeat(30_000), 'are allowed'],
  ])('refuses too many %s', (_, text, words) => {
    expect(parseExpression(text).problems[0]?.message).toContain(words)
  })
})

describe('references', () => {
  it.each([
    ['a.b[0] + items[i].title', ['a.b[0]', 'items', 'i']],
    ['length(notes) > limit and not done', ['notes', 'limit', 'done']],
    ['{key: value}["key"] ?? [x][0]', ['value', 'x']],
    ['a is empty ? b : "c d"', ['a', 'b']],
  ])('%s', (text, expected) => {
    expect(parseExpression(text).references.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it('says which the expression can do without', () => {
    const { references } = parseExpression('a is empty or b ?? c or d == null or e > 1 ? f : [g] is not empty')
    expect(references.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(['a', 'b', 'd'])
  })

  it.each([
    ['score >= and total', ['score', 'total']],
    ['upper(name', ['name']],
    ['user.name = "other name"', ['user']],
  ])('reads what it can of %s', (text, expected) => {
    expect(parseExpression(text).references.map(({ name }) => name)).toEqual(expected)
  })
})

describe('for any text', () => {
  const words =
    'a b.c [ ] ( ) { } , : ? ?? + - * / % < <= == != and or not in is empty contains "x" \' 1 2.5 length( . = ! #'.split(
      ' ',
    )
  const text = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((list) => list.join(' ')),
    fc.string({ unit: 'binary' }),
  )

  it('never throws, and gives either a tree or one problem inside the text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { node, problems, references } = parseExpression(written)
        expect(problems).toHaveLength(node === undefined ? 1 : 0)
        for (const { start, end } of [...problems, ...references]) {
          expect(0 <= start && start <= end && end <= written.length).toBe(true)
        }
        for (const { name, start } of references) expect(written.startsWith(name, start)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
