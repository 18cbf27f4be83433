import type { Problem } from '@petal/core/model'
import { expect, test, vi } from 'vitest'
import { toDiagnostics } from './toDiagnostics.ts'

const problem: Problem = {
  code: 'template.unknownVar',
  severity: 'error',
  message: 'the state has no field nmae',
  range: [7, 11],
  fix: { label: 'Replace with {name}', change: { path: 'config.prompt', value: '{name}' } },
}

test('says it in the words of the problems list, with the same way out', () => {
  const onFix = vi.fn()
  const [mark] = toDiagnostics([problem], 20, onFix)
  expect(mark).toMatchObject({ from: 7, to: 11, severity: 'error', message: problem.message })
  expect(mark?.actions?.map(({ name }) => name)).toEqual(['Replace with {name}'])
})

test('a problem without a place stands elsewhere', () => {
  const { range: _range, ...placeless } = problem
  expect(toDiagnostics([placeless], 20, undefined)).toEqual([])
})

test('a place that was deleted meanwhile is not marked', () => {
  expect(toDiagnostics([problem], 5, undefined)).toEqual([])
  expect(toDiagnostics([problem], 9, undefined)).toMatchObject([{ from: 7, to: 9, actions: [] }])
})
