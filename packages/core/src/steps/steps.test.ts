import { describe, expect, test } from 'vitest'
import { describeStep } from '../testing/describeStep.ts'
import { builtinSteps } from './builtinSteps.ts'

for (const step of builtinSteps) describeStep(step, { describe, test })

test('no two built-in types have the same name', () => {
  const names = builtinSteps.map((step) => step.getName())
  expect(new Set(names).size).toBe(names.length)
})
