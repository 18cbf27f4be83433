import { expect, test } from 'vitest'
import { readTests } from './readTests.ts'
import { writeTests } from './writeTests.ts'

const kept = { id: 't', name: 'T', input: {}, expectations: [] }
const output = { update: { greeting: 'Hi' } }
const read = (...tests: readonly unknown[]) => readTests([['agent', tests]] as never, 'agent')

test('a test that names answers by the steps of the agent is read as one that names their places', () => {
  expect(read({ ...kept, fixed: { greet: output } })).toEqual([
    { ...kept, models: 'replayed', recorded: { 'greet#1': output } },
  ])
})

test('models answer in a test that was stored without answers, and says nothing else', () => {
  expect(read({ ...kept, recorded: {} })).toMatchObject([{ models: 'asked' }])
  expect(read({ ...kept, recorded: {}, models: 'replayed' })).toMatchObject([{ models: 'replayed' }])
})

test('what a person answered is read with the test, which may have none', () => {
  const answered = { ...kept, recorded: {}, models: 'asked', answers: { 'ask#1': [{ question: 'a?', answer: null }] } }
  expect(read(answered)).toEqual([answered])
  const wrong = [[], { 'ask#1': 'yes' }, { 'ask#1': [{ question: 'a?' }] }, { 'ask#1': ['yes'] }]
  expect(read(...wrong.map((answers) => ({ ...answered, answers })))).toEqual([])
})

test('what is no test is left out', () => {
  expect(read(kept, null, { ...kept, recorded: [] }, { ...kept, recorded: {}, models: 'some' })).toEqual([])
  expect(readTests(['agent'], 'agent')).toEqual([])
})

test('what is not known stays where tests are written, and what is known as it was', () => {
  const old = { ...kept, fixed: { greet: output } }
  const newer = { ...kept, id: 'n', answers: [] }
  const stored = ['else', { of: 'a newer tab' }, ['other', [newer, old]], ['gone', [old]], ['agent', [newer, old]]]
  const tests = readTests(stored, 'agent')
  const added = { ...kept, id: 'u', models: 'asked', recorded: {} } as const
  const written = { agentId: 'agent', agentIds: new Set(['agent', 'other']) }
  expect(writeTests(stored, { ...written, tests: [...tests, added] })).toEqual([
    ...['else', { of: 'a newer tab' }, ['other', [newer, old]]],
    ['agent', [old, added, newer]],
  ])
  expect(writeTests(stored, { ...written, tests: [] })).toContainEqual(['agent', [newer]])
})
