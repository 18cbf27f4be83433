import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexWords } from './indexWords.ts'
import { rankByVector } from './rankByVector.ts'
import { rankByWords } from './rankByWords.ts'
import { splitWords } from './splitWords.ts'

test.each<[string, readonly string[]]>([
  ['', []],
  ['Red mugs, 3 of them!', ['red', 'mug', '3', 'of', 'them']],
  ["Don't drink l’eau", ['dont', 'drink', 'leau']],
  ['Übergröße façade ÉCOLE', ['ubergroße', 'facade', 'ecole']],
  ['glass bus this gas cats maisons A3s', ['glass', 'bus', 'this', 'gas', 'cat', 'maison', 'a3s']],
  ['Москва й', ['москва', 'и']],
  ['東京都に行く', ['東京', '京都', '都に', 'に行', '行く']],
  ['茶 tea', ['茶', 'tea']],
  ['กาแฟร้อน', ['กา', 'าแ', 'แฟ', 'ฟร', 'ร้', '้อ', 'อน']],
  ['हिन्दी', ['हिन्दी']],
  ['한국어 텍스트', ['한국어', '텍스트']],
  ['ﬁle №5', ['file', 'no5']],
  ['iPhone15pro中文', ['iphone15pro', '中文']],
])('the words of %j', (text, words) => {
  expect(splitWords(text)).toEqual(words)
})

const shop = [
  'Mugs can be returned within 30 days.',
  'We ship to all countries of Europe.',
  'A broken mug is replaced for free. Send us a picture of the broken mug.',
  'The shop is open from 9 to 5.',
]

test.each<[string, readonly number[]]>([
  ['broken mug', [2]],
  ['returned within how many days', [0]],
  ['shop open', [3]],
  ['countries', [1]],
  ['zebra', []],
  ['', []],
])('"%s" finds', (question, expected) => {
  expect(
    rankByWords(question, shop)
      .slice(0, expected.length || 9)
      .map(({ index }) => index),
  ).toEqual(expected)
})

test('a rare word weighs more than a common one, and a short text more than a long one', () => {
  expect(rankByWords('the owl', ['the the the cat', 'an owl here now', 'the dog'])[0]?.index).toBe(1)
  expect(rankByWords('owl', ['owl and a great many other birds', 'owl'])[0]?.index).toBe(1)
})

test('a question that names what is on every object ranks as any other', () => {
  expect(rankByWords('constructor __proto__', ['constructor', '__proto__ x', 'y']).map(({ index }) => index)).toEqual([
    0, 1,
  ])
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '東京'), { maxLength: 8 }).map((list) => list.join(' '))

test('scores are between 0 and 1, sorted, and the same from a kept index', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 12 }), (question, texts) => {
      const ranked = rankByWords(question, texts)
      expect(ranked.every(({ score }) => score > 0 && score <= 1)).toBe(true)
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
      expect(rankByWords(question, JSON.parse(JSON.stringify(indexWords(texts))))).toEqual(ranked)
      const asked = new Set(splitWords(question))
      const sharing = texts.flatMap((text, index) => (splitWords(text).some((word) => asked.has(word)) ? [index] : []))
      expect(ranked.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(sharing)
    }),
  )
})

test('vectors are ranked by their angle', () => {
  const ranked = rankByVector(
    [1, 0],
    [
      [0, 2],
      [3, 0],
      [1, 1],
      [-1, 0],
      [0, 0],
    ],
  )
  expect(ranked.map(({ index }) => index)).toEqual([1, 2, 0, 4, 3])
  expect(ranked[0]?.score).toBe(1)
  expect(ranked.at(-1)?.score).toBe(-1)
})
