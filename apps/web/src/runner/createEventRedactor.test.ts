import type { RunEvent } from '@petal/core/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventRedactor } from './createEventRedactor.ts'

const KEY = 'sk-canary-0123456789abcdefghijklmnopqrstuv'
const stamp = (seq: number) => ({ runId: 'run', seq, at: 0 })
const step = { stepId: 'a', nodeName: 'A', executionId: 'x', iteration: 1, path: [] }

const delta = (seq: number, text: string): RunEvent => ({ ...stamp(seq), ...step, type: 'step-delta', text })
const end = (seq: number): RunEvent => ({ ...stamp(seq), ...step, type: 'step-end', update: {}, durationMs: 1 })

function stream(texts: readonly string[], secrets: readonly string[]): readonly RunEvent[] {
  const redact = createEventRedactor(secrets)
  const events = [...texts.map((text, index) => delta(index, text)), end(texts.length)]
  return events.flatMap((event) => redact(event))
}

const textOf = (events: readonly RunEvent[]) =>
  events.map((event) => (event.type === 'step-delta' ? event.text : '')).join('')

describe('taking secrets out of events', () => {
  it('leaves events as they are when there are no secrets', () => {
    const event = delta(0, 'hello')
    expect(createEventRedactor([])(event)[0]).toBe(event)
  })

  it.each([
    ['in one piece', [`Your key is ${KEY}, right?`]],
    ['cut in the middle', ['Your key is sk-canary-01', `${KEY.slice(12)}, right?`]],
    ['letter by letter', [...`Your key is ${KEY}, right?`]],
    ['after a beginning that came to nothing', ['sk-can be anything, but ', KEY]],
  ])('hides a key that is streamed %s', (_, texts) => {
    const text = textOf(stream(texts, [KEY]))
    expect(text).not.toContain(KEY.slice(0, 20))
    expect(text).not.toContain(KEY.slice(-12))
    expect(text).toContain('[hidden]')
  })

  it('loses no letter of a text that only ends like a key begins', () => {
    const events = stream(['The answer is s', 'k'], [KEY])
    expect(textOf(events)).toBe('The answer is sk')
  })

  it('keeps the numbers of the events without gaps', () => {
    const events = stream(['ends in s', 'k-can', 'x'], [KEY])
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    const held = stream(['ends in s'], [KEY])
    expect(held.map(({ seq }) => seq)).toEqual([0, 1, 2])
  })

  it('hides keys in states, problems, messages and names', () => {
    const redact = createEventRedactor([KEY])
    const events: RunEvent[] = [
      { ...stamp(0), type: 'run-start', configHash: 'h', input: { question: `use ${KEY}` } },
      { ...stamp(1), ...step, type: 'step-log', level: 'INFO', message: KEY, data: { [KEY]: [KEY] } },
      {
        ...stamp(2),
        ...step,
        type: 'step-error',
        problem: { code: 'provider.auth', severity: 'error', message: `Wrong: ${KEY}`, cause: { text: btoa(KEY) } },
        durationMs: 1,
      },
    ]
    const text = JSON.stringify(events.flatMap((event) => redact(event)))
    expect(text).not.toContain(KEY)
    expect(text).not.toContain(btoa(KEY).slice(0, 30))
  })

  it('gives the text of any stream back, whichever way it is cut, when no key is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('s', 'k', '-', 'c', 'a', ' ') })), (texts) => {
        expect(textOf(stream(texts, [KEY]))).toBe(texts.join(''))
      }),
    )
  })
})
