import { expect, test } from 'vitest'
import { AgentError } from './AgentError.ts'
import { toStopped } from './toStopped.ts'

test('a reason of our own is the fault itself; any other says what ended it', () => {
  const ours = new AgentError('run.timeout', 'The step "draft" took longer than 5 s.')
  expect(toStopped(AbortSignal.abort(ours))).toBe(ours)
  expect(toStopped(AbortSignal.abort())).toMatchObject({ code: 'run.stopped' })
  expect(toStopped(AbortSignal.abort('enough'))).toMatchObject({ code: 'run.stopped', cause: 'enough' })
  expect(toStopped(AbortSignal.abort(new DOMException('', 'TimeoutError')))).toMatchObject({ code: 'run.timeout' })
})
