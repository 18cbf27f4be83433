import type { Json } from '@petal/core/model'
import { expect, it } from 'vitest'
import { describeAnswer } from './describeAnswer.ts'

const human = (mode: string, more: Record<string, Json> = {}) => ({
  kind: 'human',
  title: 'T',
  text: '',
  mode,
  ...more,
})
const tool = { kind: 'tool', tool: 'send_mail', args: { to: 'a' } }

it.each<readonly [string, Json, Json, object]>([
  ['an approval', human('approve'), { approved: true, reason: ' ' }, { words: 'Approved by a person' }],
  ['one that says yes', human('approve'), true, { words: 'Approved by a person' }],
  [
    'a rejection with its reason',
    human('approve'),
    { approved: false, reason: 'Too long.' },
    { words: 'Rejected by a person', detail: { kind: 'quote', text: 'Too long.' } },
  ],
  ['a draft as it was', human('edit', { draft: 'D' }), 'D', { words: 'Accepted by a person as it was' }],
  [
    'an edited draft',
    human('edit', { draft: 'D' }),
    'E',
    { words: 'The draft was edited by a person', detail: { kind: 'edited', before: 'D', after: 'E' } },
  ],
  ['an option', human('choose', { options: [] }), 'Rome', { words: 'A person chose Rome' }],
  ['a text', human('answer'), 'Why', { words: 'Answered by a person', detail: { kind: 'quote', text: 'Why' } }],
  [
    'a form',
    human('form', { schema: {} }),
    { city: 'Rome' },
    { words: 'Filled in by a person', detail: { kind: 'value', value: { city: 'Rome' } } },
  ],
  ['a call', tool, { decision: 'approve' }, { words: 'A person allowed send_mail' }],
  [
    'a call with other arguments',
    tool,
    { decision: 'edit', args: { to: 'b' } },
    { words: 'A person allowed send_mail with other arguments', detail: { kind: 'value', value: { to: 'b' } } },
  ],
  [
    'a call that was not made',
    tool,
    { decision: 'reject', reason: 'No.' },
    { words: 'A person did not allow send_mail', detail: { kind: 'quote', text: 'No.' } },
  ],
  [
    'what no card is for',
    'ok?',
    { a: 1 },
    { words: 'Answered by a person', detail: { kind: 'value', value: { a: 1 } } },
  ],
])('says %s', (_name, question, answer, said) => {
  expect(describeAnswer({ question, answer })).toEqual(said)
})
