import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTemplate } from './parseTemplate.ts'
import { applyTextFix } from './TextProblem.ts'

/** Texts made of the characters that matter to the parser. */
const bracedText = fc.string({
  unit: fc.constantFrom('{', '}', 'a', 'b1', '.', '[', ']', '0', '"', ':', ' ', '\n', '-', 'ä', '🙂'),
})

describe('references', () => {
  it.each([
    ['{name}', ['name']],
    ['{user.name}', ['user', 'name']],
    ['{items[0]}', ['items', '0']],
    ['{items[-1].title}', ['items', '-1', 'title']],
    ['{data[key]}', ['data', 'key']],
    ['{data["two words"]}', ['data', 'two words']],
    ["{data['it.em']}", ['data', 'it.em']],
    ['{user.first-name}', ['user', 'first-name']],
    ['{ name }', ['name']],
    ['{größe}', ['größe']],
    ['{constructor}', ['constructor']],
  ])('reads %s', (text, path) => {
    const { references, problems } = parseTemplate(text)
    expect(problems).toEqual([])
    expect(references.map((reference) => reference.path)).toEqual([path])
  })

  it('covers the path alone with its positions, and the braces with the part', () => {
    const text = 'Dear { user.name },'
    const { parts, references } = parseTemplate(text)
    expect(references.map(({ start, end }) => text.slice(start, end))).toEqual(['user.name'])
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(['Dear ', '{ user.name }', ','])
  })

  it('reads doubled braces as text, from left to right', () => {
    const { parts } = parseTemplate('{{a}} {{{b}}}')
    expect(parts.map((part) => (part.kind === 'text' ? part.text : part.reference.name))).toEqual(['{a} {', 'b', '}'])
  })
})

interface Faulty {
  readonly text: string
  readonly at: readonly [start: number, end: number]
  readonly words: string
  readonly mended: string
}

const json = 'looks like JSON'
const noName = 'is not the name of a variable'
const faulty: readonly (readonly [what: string, given: Faulty])[] = [
  ['an open brace', { text: 'Hello {name', at: [6, 7], words: 'never closed', mended: 'Hello {{name' }],
  ['a closing brace alone', { text: 'Hello }', at: [6, 7], words: 'closes nothing', mended: 'Hello }}' }],
  ['empty braces', { text: 'a {} b', at: [2, 4], words: 'name nothing', mended: 'a {{}} b' }],
  ['blank braces', { text: 'a { } b', at: [2, 5], words: 'name nothing', mended: 'a {{ }} b' }],
  ['JSON', { text: '{"a": {"b": [1]}}', at: [0, 17], words: json, mended: '{{"a": {{"b": [1]}}}}' }],
  ['JSON over lines', { text: 'x {\n  "a": 1\n}', at: [2, 14], words: json, mended: 'x {{\n  "a": 1\n}}' }],
  ['a JavaScript object', { text: '{a: 1}', at: [0, 6], words: json, mended: '{{a: 1}}' }],
  ['JSON around a variable', { text: '{"q": {q}}', at: [0, 10], words: json, mended: '{{"q": {q}}}' }],
  ['a format', { text: '{price:.2f}', at: [0, 11], words: 'have no meaning here', mended: '{price}' }],
  ['a conversion', { text: '{name!r}', at: [0, 8], words: 'have no meaning here', mended: '{name}' }],
  ['no name before a format', { text: '{[:-}', at: [0, 5], words: json, mended: '{{[:-}}' }],
  ['a sentence', { text: '{your name here}', at: [0, 16], words: noName, mended: '{{your name here}}' }],
  ['a number', { text: '{0}', at: [0, 3], words: json, mended: '{{0}}' }],
  ['an index without an end', { text: '{items[0}', at: [0, 9], words: noName, mended: '{{items[0}}' }],
  ['a path that ends in a dot', { text: '{user.}', at: [0, 7], words: noName, mended: '{{user.}}' }],
]

describe('problems', () => {
  it.each(faulty)('%s', (_, { text, at, words, mended }) => {
    const [problem, ...others] = parseTemplate(text).problems
    expect(others).toEqual([])
    expect(problem).toMatchObject({ start: at[0], end: at[1], message: expect.stringContaining(words) })
    expect(problem?.fix && applyTextFix(text, problem.fix)).toBe(mended)
    expect(parseTemplate(mended).problems).toEqual([])
  })

  it('says where each of several is', () => {
    expect(parseTemplate('} {} {ok} {').problems.map(({ start }) => start)).toEqual([0, 2, 10])
  })

  it('keeps what is faulty among the text, and goes on after it', () => {
    const { parts } = parseTemplate('a {} {b}')
    expect(parts.map((part) => (part.kind === 'text' ? part.text : part.reference.name))).toEqual(['a {} ', 'b'])
  })

  it('shortens what it quotes', () => {
    const [problem] = parseTemplate(`{${'word '.repeat(100)}}`).problems
    expect(problem?.message.length).toBeLessThan(200)
  })

  it('stops counting at a hundred', () => {
    expect(parseTemplate('{} '.repeat(5000)).problems).toHaveLength(100)
  })
})

describe('for any text', () => {
  it('gives parts that cover it without gaps', () => {
    fc.assert(
      fc.property(fc.oneof(bracedText, fc.string({ unit: 'binary' })), (text) => {
        const { parts } = parseTemplate(text)
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(parts.every(({ start, end }) => end > start)).toBe(true)
      }),
    )
  })

  it('gives references at the places it says, and problems inside the text', () => {
    fc.assert(
      fc.property(bracedText, (text) => {
        const { references, problems } = parseTemplate(text)
        for (const { name, start, end } of references) {
          expect(text.slice(start, end).startsWith(name)).toBe(true)
          expect(text.slice(0, start).trimEnd().endsWith('{')).toBe(true)
          expect(text.slice(end).trimStart().startsWith('}')).toBe(true)
        }
        for (const { start, end } of problems) expect(0 <= start && start < end && end <= text.length).toBe(true)
      }),
    )
  })

  it('has a fix for every problem that leaves fewer of them', () => {
    fc.assert(
      fc.property(bracedText, (text) => {
        const { problems } = parseTemplate(text)
        const fix = problems.at(-1)?.fix
        if (fix !== undefined)
          expect(parseTemplate(applyTextFix(text, fix)).problems.length).toBeLessThan(problems.length)
        expect(problems.every((problem) => problem.fix !== undefined)).toBe(true)
      }),
    )
  })
})
