import { expect, test } from 'vitest'
import { createSandbox } from '#platform'
import { AgentError } from '../errors/AgentError.ts'
import type { SandboxRequest } from './Sandbox.ts'

const run = (code: string, more: Partial<SandboxRequest> = {}) =>
  createSandbox().run({ code, scope: { state: { count: 2 } }, timeoutMs: 50_000, ...more })

test('runs code in a worker and gives back what it returns', async () => {
  const logs: string[] = []
  const result = run('console.log("seen", state.count); return { count: state.count + 1 }', {
    onLog: (level, text) => logs.push(`${level} ${text}`),
  })
  expect(await result).toEqual({ count: 3 })
  expect(logs).toEqual(['info seen 2'])
  expect(await run('')).toBeUndefined()
})

test('a fault has its code and the place in the code', async () => {
  await expect(run('\nnull.x')).rejects.toMatchObject({ code: 'code.error', detail: { line: 2 } })
  await expect(run('return [')).rejects.toMatchObject({ code: 'code.syntax' })
  await expect(run('return 1', { scope: { 'not a name': 1 } })).rejects.toMatchObject({ code: 'build.argument' })
})

test('what the engine cannot interrupt is ended from outside, and the next run is well', async () => {
  await expect(run('return new Array(3e8) + ""', { timeoutMs: 200 })).rejects.toMatchObject({ code: 'code.timeout' })
  await expect(run('const f = () => f(); f()')).rejects.toMatchObject({ code: 'code.stack' })
  expect(await run('return "well"')).toBe('well')
})

test('stopping ends it', async () => {
  const controller = new AbortController()
  const running = run('console.log("on"); for (;;) {}', {
    timeoutMs: 60_000,
    signal: controller.signal,
    onLog: () => controller.abort(),
  })
  await expect(running).rejects.toMatchObject({ code: 'run.stopped' })
  await expect(run('return 1', { signal: controller.signal })).rejects.toMatchObject({ code: 'run.stopped' })
  const reason = new AgentError('run.timeout', 'The step took too long.')
  await expect(run('return 1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

test('many at once take turns', async () => {
  const results = await Promise.all(Array.from({ length: 12 }, (_, at) => run(`return ${at}`)))
  expect(results).toEqual(Array.from({ length: 12 }, (_, at) => at))
})

test('keys that could reach a prototype are refused', async () => {
  await expect(run('return JSON.parse(\'{"__proto__": {"admin": true}}\')')).rejects.toMatchObject({
    code: 'code.resultType',
  })
})
