import type { RunEvent } from '@petal/core/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventBatcher } from './createEventBatcher.ts'

const event = (seq: number): RunEvent => ({ type: 'state', runId: 'r', seq, at: 0, state: {} })

describe('collecting events', () => {
  const batches: number[][] = []
  const create = () => createEventBatcher((events) => batches.push(events.map(({ seq }) => seq)), 10)

  beforeEach(() => {
    vi.useFakeTimers()
    batches.length = 0
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('hands the first on at once, and those that follow closely together', () => {
    const batcher = create()
    for (const seq of [0, 1, 2]) batcher.add(event(seq))
    expect(batches).toEqual([[0]])
    vi.advanceTimersByTime(10)
    expect(batches).toEqual([[0], [1, 2]])
  })

  it('hands one on at once again after a quiet while', () => {
    const batcher = create()
    batcher.add(event(0))
    vi.advanceTimersByTime(20)
    batcher.add(event(1))
    expect(batches).toEqual([[0], [1]])
  })

  it('keeps nothing back when it is flushed', () => {
    const batcher = create()
    batcher.add(event(0))
    batcher.add(event(1))
    batcher.flush()
    expect(batches).toEqual([[0], [1]])
    vi.advanceTimersByTime(100)
    expect(batches).toHaveLength(2)
  })
})
