import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { compareTexts } from './compareTexts.ts'

const frost =
  'The first frost of the year arrives quietly, turning every blade of grass into a tiny sculpture. Wrap up warm.'
const garden =
  'There is something magical about waking up to a silver garden. It has come overnight, with ferns of ice.'
const order = 'You can return the item within 30 days. Please keep the receipt, and send it back in the original box.'

test.each<[string, string, string, 'mixed' | 'apart']>([
  ['a text with some words changed', order, order.replace('30', '14').replace('original', 'same'), 'mixed'],
  [
    'a text that was revised',
    frost,
    frost.replace('arrives quietly, turning', 'comes. It turns').replace(' Wrap up warm.', ''),
    'mixed',
  ],
  ['a text that much was added to', 'Answer briefly.', `Answer briefly. ${order} ${garden}`, 'mixed'],
  ['a text that much was taken from', `${garden} ${order} ${frost}`, order, 'mixed'],
  ['a text that came', '', garden, 'mixed'],
  ['a text that went', garden, ' \n', 'mixed'],
  ['a long text that became a word', garden, 'No.', 'mixed'],
  ['short texts with nothing in common', 'birds', 'fish', 'mixed'],
  ['two texts about different things', order, garden, 'apart'],
  ['two texts about the same', frost, garden, 'apart'],
  [
    'the same said in other words',
    order,
    'Items may be sent back for 30 days after you bought them, as long as you have the receipt.',
    'apart',
  ],
  ['a text beside another kind of thing', frost, '{ "title": "Frost", "words": 120, "tags": ["winter"] }', 'apart'],
])('%s', (_, before, after, kind) => {
  expect(compareTexts(before, after).kind).toBe(kind)
})

it('never tells a text apart from itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.lorem({ maxCount: 40 }), fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
      expect(compareTexts(text, text).kind).toBe('mixed')
    }),
  )
})
