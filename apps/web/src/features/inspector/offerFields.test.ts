import type { Problem } from '@petal/core/model'
import { expect, test } from 'vitest'
import { offerFields } from './offerFields.ts'

const fix = {
  label: 'Add the field total',
  change: { path: 'stateType.fields.total', value: { type: 'any' } },
} as const
const undeclared: Problem = {
  code: 'state.undeclared',
  severity: 'error',
  stepId: 'sum',
  path: 'config.values[0].field',
  message: '"Sum" writes total, but the state has no such field.',
  fix,
}

test('a field that a step writes and nobody has made is offered, with the same way out', () => {
  expect(offerFields([undeclared], ['total'])).toEqual([
    { ...undeclared, severity: 'info', message: 'The state has no field total yet.' },
  ])
})

test('what is read, and what else is wrong, stays as it is', () => {
  const others: readonly Problem[] = [undeclared, { code: 'step.config', severity: 'error', message: 'No' }]
  expect(offerFields(others, ['other'])).toEqual(others)
})
