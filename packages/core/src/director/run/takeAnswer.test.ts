import { expect, test } from 'vitest'
import type { GivenAnswer } from '../RunOptions.ts'
import { takeAnswer } from './takeAnswer.ts'

const call = (tool: string, args: object, more: object = {}) => ({ kind: 'tool', tool, args: { ...args }, ...more })
const given = (...answers: readonly GivenAnswer[]) => answers

test.each([
  [
    'the same question, wherever it stands',
    given({ question: 'a?', answer: 1 }, { question: 'b?', answer: 2 }),
    'b?',
    2,
  ],
  ['another question, in order', given({ question: 'a?', answer: 1 }, { question: 'b?', answer: 2 }), 'c?', 1],
  ['the same question twice, in order', given({ question: 'a?', answer: 1 }, { question: 'a?', answer: 2 }), 'a?', 1],
  ['a question when none is left', given(), 'a?', undefined],
  [
    'the same call, whatever its id and words',
    given({ question: call('send', { to: 'a' }, { toolCallId: 'x', description: 'Old.' }), answer: 'yes' }),
    call('send', { to: 'a' }, { toolCallId: 'y', description: 'New.' }),
    'yes',
  ],
  [
    'a call with other arguments',
    given({ question: call('send', { to: 'a' }), answer: 'yes' }),
    call('send', { to: 'b' }),
    undefined,
  ],
  ['a call of another tool', given({ question: call('send', {}), answer: 'yes' }), call('delete', {}), undefined],
  ['a call, by what was said to no call', given({ question: 'a?', answer: true }), call('send', {}), undefined],
  [
    'a question, past what was said to a call',
    given({ question: call('send', {}), answer: true }, { question: 'a?', answer: 1 }),
    'b?',
    1,
  ],
])('is answered: %s', (_, answers, question, answer) => {
  const taken = takeAnswer(answers, question)
  expect(taken?.answer).toBe(answer)
  expect(taken === undefined || taken.left.length === answers.length - 1).toBe(true)
})
