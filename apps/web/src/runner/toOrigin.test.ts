import type { StepExecution } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { testExecution } from './testing/testExecution.ts'
import { testRun } from './testing/testRun.ts'
import { toOrigin } from './toOrigin.ts'

const execution = (stepId: string, more: Partial<StepExecution> = {}) =>
  testExecution(`${stepId}-1`, { stateBefore: { seen: stepId }, ...more })
const run = (...executions: readonly StepExecution[]) => testRun({ executions })

const steps = (...ids: readonly string[]) => ({ steps: ids.map((id) => ({ id, strategyType: 'set', config: {} })) })

describe('toOrigin', () => {
  const side = execution('side', { superstep: 2 })
  const main = execution('main', { superstep: 2 })
  const inner = execution('inner', { superstep: 2, path: ['main-1'] })
  const before = execution('before', { superstep: 1 })

  it('takes the state that the step found, and begins all that ran side by side', () => {
    const found = toOrigin(run(before, side, main, inner), main, steps('before', 'side', 'main', 'inner'))
    expect(found).toEqual({
      ok: true,
      origin: { runId: 'r', stepIds: ['side', 'main'], state: { seen: 'main' } },
    })
  })

  it('leaves out what is gone of these, and begins at the step alone when a record does not tell them', () => {
    expect(toOrigin(run(side, main), main, steps('main'))).toMatchObject({ origin: { stepIds: ['main'] } })
    const old = execution('old')
    expect(toOrigin(run(execution('older'), old), old, steps('older', 'old'), { seen: 1 })).toMatchObject({
      origin: { stepIds: ['old'], edit: { seen: 1 } },
    })
  })

  it('says why it cannot begin: the step is gone, or belongs to an agent that a step calls', () => {
    expect(toOrigin(run(main), main, steps('side'))).toMatchObject({ ok: false })
    expect(toOrigin(run(main, inner), inner, steps('main', 'inner'))).toMatchObject({ ok: false })
  })
})
