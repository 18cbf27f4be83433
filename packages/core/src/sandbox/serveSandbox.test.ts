import { expect, test } from 'vitest'
import { type SandboxReply, toSandboxJob } from './SandboxPort.ts'
import { serveSandbox } from './serveSandbox.ts'

const job = (id: number, code: string) => toSandboxJob(id, { code, scope: { state: {} } })

test('reports the start, the lines and the end of each job, also where the engine has to load itself', async () => {
  const replies: SandboxReply[] = []
  let compiled = 0
  const serve = serveSandbox(
    async () => {
      compiled += 1
      throw new Error('There is no file here.')
    },
    (reply) => replies.push(reply),
  )
  await serve(job(1, 'console.log("one"); return 1'))
  await serve(job(2, 'return null.x'))
  expect(replies).toMatchObject([
    { id: 1, type: 'start' },
    { id: 1, type: 'log', level: 'info', text: 'one' },
    { id: 1, type: 'end', outcome: { ok: true, text: '1' } },
    { id: 2, type: 'start' },
    { id: 2, type: 'end', outcome: { ok: false, code: 'code.error', line: 1 } },
  ])
  expect(compiled).toBe(1)
})

test('an engine that is none leaves the worker unusable, and says so', async () => {
  const nothing = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
  const replies: SandboxReply[] = []
  const serve = serveSandbox(
    () => WebAssembly.compile(nothing),
    (reply) => replies.push(reply),
  )
  await serve(job(1, 'return 1'))
  expect(replies).toMatchObject([{ type: 'end', outcome: { ok: false, broken: true } }])
})
