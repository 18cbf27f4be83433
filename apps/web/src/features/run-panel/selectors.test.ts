import { type RunBreakpoint, type RunEvent, type RunState, reduceRun, type State } from '@petal/core/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOfLink, safeUrl } from '../../look/markdown/safeUrl.ts'
import { compareStates } from './compareStates.ts'
import { listAnswers } from './listAnswers.ts'
import { listLogs } from './listLogs.ts'
import { listMoments } from './listMoments.ts'
import { narrowCalls } from './narrowCalls.ts'
import { splitSettled } from './splitSettled.ts'
import { stateAtBreakpoint } from './stateAtBreakpoint.ts'
import { listCalls, sumUsage } from './sumUsage.ts'
import { toReport } from './toReport.ts'
import { toTimeline } from './toTimeline.ts'

type Body = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'runId' | 'seq' | 'at'>
    : never
  : never

/** A run of these events; the `n`th happens after `n` times 100 ms. */
function runOf(...bodies: Body[]): RunState {
  const events = bodies.map((body, seq) => ({ ...body, runId: 'r', seq, at: 1000 + seq * 100 }) as RunEvent)
  const run = events.reduce<RunState | undefined>((state, event) => reduceRun(state, event), undefined)
  if (run === undefined) throw new Error('A run has events.')
  return run
}

const step = (stepId: string, iteration = 1) => ({
  stepId,
  nodeName: stepId.toUpperCase(),
  executionId: `${stepId}-${iteration}`,
  iteration,
  path: [],
})
const start: Body = { type: 'run-start', configHash: 'abc', input: { topic: 'tea' } }
const usage = { inputTokens: 3, outputTokens: 4, totalTokens: 7 }
const asked: Body[] = [
  { ...step('draft'), type: 'step-start', state: { topic: 'tea' } },
  {
    ...step('draft'),
    type: 'model-start',
    provider: 'practice',
    model: 'm',
    messages: [{ role: 'user', content: 'Write' }],
  },
  { ...step('draft'), type: 'step-delta', text: 'Tea ' },
  { ...step('draft'), type: 'step-delta', text: 'is warm.' },
  {
    ...step('draft'),
    type: 'model-end',
    message: { role: 'assistant', content: 'Tea is warm.' },
    durationMs: 200,
    usage,
  },
  { ...step('draft'), type: 'step-log', level: 'INFO', message: 'done', data: { n: 1 } },
  { ...step('draft'), type: 'step-end', update: { text: 'Tea is warm.', words: 3 }, durationMs: 600 },
  { type: 'state', state: { topic: 'tea', text: 'Tea is warm.', words: 3 } },
]

describe('what the panel shows of a run', () => {
  it('says what each execution said, and a value once', () => {
    const [answer] = listAnswers(runOf(start, ...asked), 'messages')
    expect(answer).toMatchObject({ text: 'Tea is warm.', values: { words: 3 } })
    expect(answer?.values).not.toHaveProperty('text')
  })

  describe('an answer that the last step gives back', () => {
    const giveBack = (value: string): Body[] => [
      { ...step('reply'), type: 'step-start', state: {} },
      { ...step('reply'), type: 'step-end', update: { output: value }, durationMs: 1 },
    ]

    it('is shown once: there, and whoever said it first points to it', () => {
      const [said, last] = listAnswers(runOf(start, ...asked, ...giveBack('Tea is warm.')), 'messages')
      expect(said).toMatchObject({ text: '', values: { words: 3 }, givenBackBy: { stepId: 'reply' } })
      expect(last).toMatchObject({ values: { output: 'Tea is warm.' } })
      expect(last).not.toHaveProperty('givenBackBy')
    })

    it('is shown once also as a part of what is given back, unless it is so short that it may be chance', () => {
      const long: Body[] = [
        { ...step('essay'), type: 'step-start', state: {} },
        { ...step('essay'), type: 'step-delta', text: 'Tea is a drink that is warm.' },
        { ...step('essay'), type: 'step-end', update: {}, durationMs: 1 },
      ]
      const words = 'So: Tea is warm. Or: Tea is a drink that is warm.'
      const [short, essay] = listAnswers(runOf(start, ...asked, ...long, ...giveBack(words)), 'messages')
      expect(short).toMatchObject({ text: 'Tea is warm.' })
      expect(short).not.toHaveProperty('givenBackBy')
      expect(essay).toMatchObject({ text: '', givenBackBy: { stepId: 'reply' } })
    })

    it('stays where it is while a step after it speaks for itself', () => {
      const again: Body[] = [
        { ...step('echo'), type: 'step-start', state: {} },
        { ...step('echo'), type: 'step-delta', text: 'Tea is warm.' },
      ]
      expect(listAnswers(runOf(start, ...asked, ...again), 'messages').map(({ text }) => text)).toEqual([
        'Tea is warm.',
        'Tea is warm.',
      ])
    })
  })

  it('shows an execution from its start on, before it has said a word', () => {
    expect(listAnswers(runOf(start, asked[0] as Body), undefined)).toHaveLength(1)
  })

  it('shows an execution that was stopped, with what it had said until then', () => {
    const [begin, , ...said] = asked.slice(0, 3)
    const stopped: Body = { type: 'run-cancel', durationMs: 300 }
    const [early] = listAnswers(runOf(start, begin as Body, stopped), undefined)
    expect(early).toMatchObject({ text: '', execution: { status: 'stopped' } })
    const [late] = listAnswers(runOf(start, begin as Body, ...said, stopped), undefined)
    expect(late).toMatchObject({ text: 'Tea ', execution: { status: 'stopped' } })
  })

  it('shows a step whose output is fixed, with its words in the conversation, also when it only chose a way', () => {
    const fixed = (update: State): Body[] => [
      { ...step('draft'), type: 'step-start', state: {} },
      { ...step('draft'), type: 'step-end', update, exit: 'yes', durationMs: 0, fixed: true },
    ]
    const chat = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello.' },
    ]
    const [spoken] = listAnswers(runOf(start, ...fixed({ messages: chat })), 'messages')
    expect(spoken).toMatchObject({ text: 'Hello.', values: {}, execution: { fixed: true } })
    expect(listAnswers(runOf(start, ...fixed({})), 'messages')).toHaveLength(1)
  })

  it('knows the state before and after each step', () => {
    const [begin, drafted] = listMoments(runOf(start, ...asked))
    expect(begin).toMatchObject({ id: 'start', before: {}, after: { topic: 'tea' } })
    expect(drafted).toMatchObject({ before: { topic: 'tea' }, after: { topic: 'tea', text: 'Tea is warm.', words: 3 } })
  })

  it('lays executions out over the time of the run', () => {
    const run = runOf(start, ...asked, { type: 'run-end', state: {}, durationMs: 900 })
    const { rows, totalMs } = toTimeline(run, 0)
    expect(totalMs).toBe(900)
    expect(rows[0]).toMatchObject({ start: 100 / 900, width: 600 / 900, durationMs: 600 })
  })

  it('lets a running bar grow with the clock, and never backwards', () => {
    const run = runOf(start, asked[0] as Body)
    expect(toTimeline(run, 1600).rows[0]?.durationMs).toBe(500)
    expect(toTimeline(run, 0).rows[0]?.durationMs).toBe(0)
  })

  it('counts the work, not the wait for a person, which it tells by its place', () => {
    const events: readonly [at: number, body: Body][] = [
      [0, start],
      [0, { ...step('a'), type: 'step-start', state: {} }],
      [100, { ...step('a'), type: 'step-end', update: {}, durationMs: 100 }],
      [100, { ...step('b'), type: 'step-start', state: {} }],
      [200, { type: 'run-pause', questions: [] }],
      [60_200, { type: 'run-start', configHash: 'abc', input: {}, resumed: true }],
      [60_200, { ...step('b'), type: 'step-start', state: {}, resumed: true }],
      [60_400, { ...step('b'), type: 'step-end', update: {}, durationMs: 200 }],
      [60_400, { type: 'run-end', state: {}, durationMs: 200 }],
    ]
    const told = (count: number) => {
      const stamped = events.slice(0, count).map(([at, body], seq) => ({ ...body, runId: 'r', seq, at }) as RunEvent)
      const run = stamped.reduce<RunState | undefined>((state, event) => reduceRun(state, event), undefined)
      return run && toTimeline(run, 0)
    }
    expect(told(9)).toMatchObject({
      totalMs: 400,
      waits: [{ at: 0.5, durationMs: 60_000 }],
      rows: [{ durationMs: 100 }, { start: 0.25, width: 0.75, durationMs: 300 }],
    })
    expect(told(5)?.rows[1]).toMatchObject({ start: 0.5, durationMs: 100 })
  })

  it('counts calls and tokens', () => {
    const run = runOf(start, ...asked)
    expect(sumUsage(listCalls(run))).toEqual(usage)
    expect(sumUsage([])).toBeUndefined()
  })

  it('narrows calls to what is chosen within a called agent, and to no execution out here', () => {
    const place = (executionId: string, ...path: readonly string[]) => ({ ...step('ask'), executionId, path })
    const call = (executionId: string, ...path: readonly string[]): Body[] => [
      { ...place(executionId, ...path), type: 'step-start', state: {} },
      { ...place(executionId, ...path), type: 'model-start', provider: 'practice', model: 'm', messages: [] },
    ]
    const run = runOf(
      start,
      ...call('outer'),
      ...call('one', 'outer'),
      ...call('deep', 'outer', 'one'),
      ...call('two', 'outer'),
    )
    const narrowed = (momentId?: string) => {
      const { within, calls } = narrowCalls(run, momentId)
      return [within?.executionId, calls.map(({ execution }) => execution.executionId)]
    }
    expect(narrowed('one')).toEqual(['one', ['one', 'deep']])
    expect(narrowed('two')).toEqual(['two', ['two']])
    for (const wide of [undefined, 'start', 'outer']) {
      expect(narrowed(wide)).toEqual([undefined, ['outer', 'one', 'deep', 'two']])
    }
  })

  it('knows the state at a breakpoint within a called agent', () => {
    const place = (executionId: string, key: string) => ({ ...step('ask'), executionId, path: ['outer'], key })
    const item = (executionId: string, key: string): Body[] => [
      { ...place(executionId, key), type: 'step-start', state: {} },
      { ...place(executionId, key), type: 'step-end', update: {}, durationMs: 1 },
      { type: 'state', state: { of: key }, path: ['outer'], key },
    ]
    const items = [...item('one', 'item 1'), ...item('two', 'item 2')]
    const stoppedAt = (breakpoint: Partial<RunBreakpoint>) =>
      stateAtBreakpoint(
        runOf(start, ...items, {
          type: 'run-pause',
          questions: [],
          breakpoint: { stepIds: ['b'], when: 'before', ...breakpoint },
        }),
      )
    expect(stoppedAt({ agentId: 'inner', path: ['outer'], key: 'item 1' })).toEqual({ of: 'item 1' })
    expect(stoppedAt({ agentId: 'inner', path: ['outer'], key: 'item 3' })).toEqual({ topic: 'tea' })
    expect(stoppedAt({})).toEqual({ topic: 'tea' })
    expect(stoppedAt({ agentId: 'inner', path: ['outer'], state: { of: 'it' } })).toEqual({ of: 'it' })
  })

  it('lists logs and further tries', () => {
    const retry: Body = {
      ...step('draft'),
      type: 'step-retry',
      attempt: 2,
      waitMs: 100,
      problem: { code: 'provider.server', severity: 'error', message: 'It failed.' },
    }
    const lines = listLogs(runOf(start, ...asked.slice(0, 1), retry, ...asked.slice(5, 6)))
    expect(lines.map(({ level }) => level).sort()).toEqual(['INFO', 'WARNING'])
  })

  it('writes a report without inputs and without keys', () => {
    const problem = {
      code: 'provider.auth',
      severity: 'error',
      stepId: 'draft',
      message: 'Wrong key sk-canary-123.',
      cause: { status: 401, host: 'a.test' },
    } as const
    const report = toReport(problem, runOf(start, ...asked), { agentName: 'A', secrets: ['sk-canary-123'] })
    expect(report).toContain('provider.auth')
    expect(report).toContain('a.test')
    expect(report).not.toContain('sk-canary')
    expect(report).not.toContain('tea')
  })
})

describe('comparing states', () => {
  it.each([
    [undefined, 1, 'added'],
    [1, undefined, 'removed'],
    [1, 1, 'same'],
    [{ a: 1 }, { a: 1 }, 'same'],
    ['a', 'b', 'changed'],
    [[1], [1, 2], 'grown'],
    [[1], [2, 3], 'changed'],
    [[1, 2], [1], 'changed'],
  ] as const)('%j, then %j: %s', (before, after, kind) => {
    const wrap = (value: typeof before | typeof after) => (value === undefined ? {} : { field: value })
    expect(compareStates(wrap(before), wrap(after))).toMatchObject([{ name: 'field', kind }])
  })

  it('puts what changed first', () => {
    expect(compareStates({ a: 1, b: 1 }, { a: 1, b: 2 }).map(({ name }) => name)).toEqual(['b', 'a'])
  })
})

describe('a growing text', () => {
  it('is cut after finished paragraphs, never inside a fence', () => {
    expect(splitSettled('One.\n\nTwo')).toEqual({ settled: 'One.\n\n', rest: 'Two' })
    expect(splitSettled('```\na\n\nb')).toEqual({ settled: '', rest: '```\na\n\nb' })
    expect(splitSettled('```\na\n\nb\n```\n\nc').rest).toBe('c')
  })

  it('loses nothing and never takes back what was settled', () => {
    const pieces = fc.array(fc.constantFrom('word ', '\n', '\n\n', '```\n', '~~~', '- item\n'))
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        const early = splitSettled(before.join(''))
        const late = splitSettled([...before, ...after].join(''))
        expect(late.settled + late.rest).toBe([...before, ...after].join(''))
        expect(late.settled.startsWith(early.settled)).toBe(true)
      }),
    )
  })
})

describe('links in answers', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '/relative', 'blob:http://a/b', 'not a link'])(
    'refuses %s',
    (url) => {
      expect(safeUrl(url)).toBeUndefined()
    },
  )

  it('shows where the others lead', () => {
    expect(hostOfLink('https://a.test:8080/x?y')).toBe('a.test:8080')
    expect(hostOfLink('mailto:ada@example.com')).toBe('ada@example.com')
  })
})
