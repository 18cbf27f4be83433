import { expect, test } from 'vitest'
import type { RunRecord } from '../../storage/LibrarySchema.ts'
import { describeRun } from './describeRun.ts'

/** In the middle of a year: of that year in every time zone. */
const startedAt = Date.UTC(2020, 5, 15)
const record: RunRecord = {
  ...{ runId: 'r', agentId: 'a', agentName: 'A', order: 1, startedAt, status: 'done', threadId: 't' },
  input: { topic: 'Why is the sky blue?' },
}
const threads = [{ threadId: 't', agentId: 'a', name: 'Skies', lastTurn: '', order: 1, updatedAt: 0 }]

test('a stored run tells its input, how it ended, how long it took, its thread, and whether its agent was another', () => {
  const told = { ...record, workedMs: 1200, configHash: 'then' }
  const { label, hint } = describeRun(told, { threads, configHash: 'now' })
  expect(label).toBe('Done · Why is the sky blue?')
  expect(hint).toMatch(/2020.* · 1\.2 s · Thread: Skies · the agent was changed since$/)
  expect(describeRun(told, { threads: [], configHash: 'then' }).hint).toMatch(/ · 1\.2 s$/)
  expect(describeRun({ ...record, input: {} }, { threads: [], configHash: 'now' })).toMatchObject({
    label: 'Done · No input',
    hint: expect.not.stringContaining(' · '),
  })
})
