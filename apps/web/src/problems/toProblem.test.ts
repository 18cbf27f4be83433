import { setTranslator } from '@petal/ui/language'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toRecordProblem } from '../storage/toRecordProblem.ts'
import { toProblem } from './toProblem.ts'

// A language in which everything is said in guillemets.
beforeEach(() =>
  setTranslator({ text: (text) => (/[a-z] /.test(text) ? `«${text}»` : undefined), plural: () => undefined }),
)
afterEach(() => setTranslator(undefined))

test('a fault without a code is told in the language, with its English beside it', () => {
  expect(toProblem(new Error('It broke.'), 'The search failed')).toEqual({
    code: 'run.failed',
    severity: 'error',
    message: '«The search failed»: It broke.',
    english: 'The search failed: It broke.',
  })
  setTranslator(undefined)
  const english = { code: 'run.failed', severity: 'error', message: 'The search failed: It broke.' }
  expect(toProblem(new Error('It broke.'), 'The search failed')).toEqual(english)
})

test('so is a record that cannot be read', () => {
  const problem = { code: 'import.syntax', severity: 'error', message: '«No JSON»', english: 'No JSON' } as const
  expect(toRecordProblem(problem)).toEqual({
    code: 'storage.damaged',
    severity: 'error',
    message: '«This record is damaged. Its raw contents can be downloaded.» «No JSON»',
    english: 'This record is damaged. Its raw contents can be downloaded. No JSON',
  })
})
