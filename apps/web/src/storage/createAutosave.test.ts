import { AgentError } from '@petal/core/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AutosaveStatus, createAutosave } from './createAutosave.ts'

/** A store whose writes end when the test says so. */
function createSlowStore() {
  const pending: { resolve(): void; reject(fault: unknown): void }[] = []
  return {
    writes: 0,
    write() {
      this.writes += 1
      return new Promise<void>((resolve, reject) => pending.push({ resolve, reject }))
    },
    async finish() {
      pending.shift()?.resolve()
      await vi.advanceTimersByTimeAsync(0)
    },
    async fail(fault: unknown) {
      pending.shift()?.reject(fault)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

describe('autosave', () => {
  const store = { current: createSlowStore() }
  const statuses: AutosaveStatus[] = []
  const create = () =>
    createAutosave(
      () => store.current.write(),
      (status) => statuses.push(status),
    )
  const names = () => statuses.map(({ status }) => status)

  beforeEach(() => {
    vi.useFakeTimers()
    store.current = createSlowStore()
    statuses.length = 0
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('writes once, a moment after the last change', async () => {
    const autosave = create()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(300)
    autosave.changed()
    await vi.advanceTimersByTimeAsync(399)
    expect(store.current.writes).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(store.current.writes).toBe(1)
  })

  it('waits at most a second while someone edits without a pause', async () => {
    const autosave = create()
    for (let at = 0; at < 1000; at += 100) {
      autosave.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(store.current.writes).toBe(1)
  })

  it('says saved only after the write has completed', async () => {
    const autosave = create()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(400)
    expect(names()).toEqual(['unsaved', 'saving'])
    await store.current.finish()
    expect(names()).toEqual(['unsaved', 'saving', 'saved'])
    expect(autosave.isPending()).toBe(false)
  })

  it('writes what was edited during a write after it, never at the same time', async () => {
    const autosave = create()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(400)
    autosave.changed()
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.current.writes).toBe(1)
    await store.current.finish()
    expect(names().at(-1)).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(400)
    expect(store.current.writes).toBe(2)
    await store.current.finish()
    expect(names().at(-1)).toBe('saved')
  })

  it('stays unsaved with the reason when a write fails, and tries again by itself', async () => {
    const autosave = create()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(400)
    await store.current.fail(new AgentError('storage.quota', 'Full.'))
    expect(statuses.at(-1)).toMatchObject({ status: 'failed', problem: { code: 'storage.quota' } })
    expect(autosave.isPending()).toBe(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.current.writes).toBe(2)
    await store.current.finish()
    expect(names().at(-1)).toBe('saved')
  })

  it('flushes what waits, and what was edited during the write', async () => {
    const autosave = create()
    autosave.changed()
    const flushed = autosave.flush()
    expect(store.current.writes).toBe(1)
    autosave.changed()
    const again = autosave.flush()
    await store.current.finish()
    await flushed
    await store.current.finish()
    await again
    expect(store.current.writes).toBe(2)
    expect(autosave.isPending()).toBe(false)
  })

  it('writes no more once it is stopped', async () => {
    const autosave = create()
    autosave.changed()
    autosave.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.current.writes).toBe(0)
  })
})
