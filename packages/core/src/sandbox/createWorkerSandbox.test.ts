import { expect, test } from 'vitest'
import { createWorkerSandbox } from './createWorkerSandbox.ts'
import type { SandboxJob, SandboxOutcome, SandboxPort, SandboxReply } from './SandboxPort.ts'

/** A worker that ends each job at once with the outcome that its code names. */
function createScriptedPort(outcomes: Readonly<Record<string, SandboxOutcome | 'dies'>>) {
  let reply: (reply: SandboxReply) => void = () => undefined
  let fault: (reason: string) => void = () => undefined
  const seen = { jobs: [] as string[], terminated: 0, busy: [] as boolean[] }
  const port: SandboxPort = {
    post({ id, code }: SandboxJob) {
      seen.jobs.push(code)
      const outcome = outcomes[code] ?? { ok: true, text: JSON.stringify(code) }
      if (outcome === 'dies') return fault('it could not be loaded')
      reply({ id, type: 'start' })
      reply({ id: id - 1, type: 'end', outcome: { ok: true, text: '"of an earlier run"' } })
      reply({ id, type: 'end', outcome })
    },
    listen(onReply, onFault) {
      reply = onReply
      fault = onFault
    },
    setBusy: (busy) => seen.busy.push(busy),
    terminate: () => {
      seen.terminated += 1
    },
  }
  return { port, seen, die: () => fault('gone') }
}

const broken: SandboxOutcome = { ok: false, code: 'code.memory', message: 'Stopped.', broken: true }
const failed: SandboxOutcome = { ok: false, code: 'code.error', message: 'Failed.', line: 2, broken: false }

function createSandboxOf(outcomes: Parameters<typeof createScriptedPort>[0]) {
  const workers: ReturnType<typeof createScriptedPort>[] = []
  const sandbox = createWorkerSandbox(() => {
    const worker = createScriptedPort(outcomes)
    workers.push(worker)
    return worker.port
  })
  return { workers, run: (code: string) => sandbox.run({ code, scope: {} }) }
}

test('a worker serves again after runs that left it whole', async () => {
  const { workers, run } = createSandboxOf({ failed })
  expect(await run('a')).toBe('a')
  await expect(run('failed')).rejects.toMatchObject({ code: 'code.error', detail: { line: 2 } })
  expect(await run('b')).toBe('b')
  expect(workers.map((worker) => worker.seen.jobs)).toEqual([['a', 'failed', 'b']])
  expect(workers[0]?.seen.busy).toEqual([true, false, true, false, true, false])
})

test('a worker that was hurt is ended, and never used again', async () => {
  const { workers, run } = createSandboxOf({ broken })
  await expect(run('broken')).rejects.toMatchObject({ code: 'code.memory' })
  expect(await run('a')).toBe('a')
  expect(workers.map((worker) => worker.seen.terminated)).toEqual([1, 0])
})

test('a worker that dies while idle is forgotten', async () => {
  const { workers, run } = createSandboxOf({})
  await run('a')
  workers[0]?.die()
  expect(await run('b')).toBe('b')
  expect(workers).toHaveLength(2)
})

test('where no worker can start, code is refused', async () => {
  const { run } = createSandboxOf({ dies: 'dies' })
  await expect(run('dies')).rejects.toMatchObject({ code: 'code.unavailable' })
  const nowhere = createWorkerSandbox(() => {
    throw new Error('Workers are forbidden here')
  })
  await expect(nowhere.run({ code: 'return 1', scope: {} })).rejects.toMatchObject({ code: 'code.unavailable' })
})
