import { describe, expect, test } from 'vitest'
import type { SandboxOutcome } from './SandboxPort.ts'
import { toSandboxJob } from './SandboxPort.ts'
import { explainByMemory, neverSettlesFault, timeoutFault, toCodeFault, toCrashFault } from './toCodeFault.ts'

const job = toSandboxJob(1, { code: 'one\ntwo\nthree', scope: {}, memoryBytes: 8 * 1_048_576 })
const thrown = (more: object) => toCodeFault({ name: 'TypeError', message: 'no', stack: '', ...more }, job)

describe('the place', () => {
  test.each<[string, { line?: number; column?: number }]>([
    ['at f (code.js:3:7)', { line: 2, column: 7 }],
    ['at f (code.js:3)', { line: 2 }],
    // What stands around the code is no line of it.
    ['at f (code.js:1:2)', { line: 1, column: 2 }],
    ['at f (code.js:99:2)', { line: 3, column: 2 }],
    ['at <anonymous>', {}],
  ])('%s', (stack, place) => {
    const fault = thrown({ stack })
    expect(fault).toMatchObject({ ok: false, code: 'code.error', broken: false })
    expect([fault.line, fault.column]).toEqual([place.line, place.column])
    expect(fault.values).toEqual({ what: 'TypeError: no' })
  })

  test('a syntax error of the code is told from one in what the code evaluates', () => {
    const name = 'SyntaxError'
    expect(thrown({ name, stack: 'at code.js:2:1' })).toMatchObject({ code: 'code.syntax' })
    expect(thrown({ name, stack: 'at <anonymous> (code.js:2:1)' })).toMatchObject({ code: 'code.error' })
  })
})

test('a time limit is told in seconds from one second on', () => {
  const timeOf = (timeoutMs: number) => timeoutFault({ timeoutMs }, false).values?.time
  expect([timeOf(999), timeOf(1_500)]).toEqual(['999 ms', '1.5 s'])
})

test.each<[SandboxOutcome, string | undefined]>([
  [{ ok: true, text: '1' }, undefined],
  [neverSettlesFault(), 'code.memory'],
  [thrown({ name: '', message: 'threw null' }), 'code.memory'],
  [thrown({}), 'code.error'],
])('where memory is full, an engine without words means that: %j', (outcome, code) => {
  const explained = explainByMemory(outcome, job)
  expect(explained.ok ? undefined : explained.code).toBe(code)
  if (code !== 'code.memory') expect(explained).toBe(outcome)
  else expect(explained).toMatchObject({ values: { size: '8 MB' }, broken: true })
})

test.each([
  [new RangeError('Maximum call stack size exceeded'), 'code.stack'],
  [new Error('memory access out of bounds'), 'code.memory'],
  ['Aborted(OOM)', 'code.memory'],
  [new WebAssembly.RuntimeError('unreachable'), 'code.memory'],
  [new Error('something odd'), 'code.unavailable'],
])('an engine that crashes is not used again: %s', (error, code) => {
  expect(toCrashFault(error, job)).toMatchObject({ ok: false, code, broken: true })
})
