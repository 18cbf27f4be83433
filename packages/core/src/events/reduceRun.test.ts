import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunEvent, StepStamp } from './RunEvent.ts'
import type { RunState } from './RunState.ts'
import { reduceRun } from './reduceRun.ts'

type Body = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'runId' | 'seq' | 'at'>
    : never
  : never

const start: Body = { type: 'run-start', configHash: 'abc', input: { question: 'why' }, threadId: 't' }
const problem = { code: 'provider.auth', severity: 'error', stepId: 'a', message: 'No.' } as const
const message = { id: 'm1', role: 'assistant', content: 'because' } as const
const usage = { inputTokens: 1, outputTokens: 2, totalTokens: 3 }

function stamp(stepId: string, iteration = 1): Omit<StepStamp, 'runId' | 'seq' | 'at'> {
  return { stepId, nodeName: stepId.toUpperCase(), executionId: `${stepId}-${iteration}`, iteration, path: [] }
}

function begin(stepId: string, iteration = 1): Body {
  return { ...stamp(stepId, iteration), type: 'step-start', state: {} }
}

/** Stamps events as a session does. */
function stamped(bodies: readonly Body[], runId = 'run'): RunEvent[] {
  return bodies.map((body, seq) => ({ ...body, runId, seq, at: 1000 + seq }))
}

function fold(events: readonly RunEvent[], from?: RunState): RunState {
  const state = events.reduce<RunState | undefined>(reduceRun, from)
  if (state === undefined) throw new Error('no events')
  return state
}

const play = (...bodies: Body[]) => fold(stamped([start, ...bodies]))

test('a run begins with what it was given', () => {
  expect(play()).toMatchObject({ status: 'running', threadId: 't', configHash: 'abc', startedAt: 1000, seq: 0 })
  expect(() => reduceRun(undefined, stamped([begin('a')])[0] as RunEvent)).toThrow(/begins with run-start/)
})

test('a step shows its text, its result and what it asked the model', () => {
  const run = play(
    begin('a'),
    { ...stamp('a'), type: 'model-start', provider: 'practice', model: 'practice', messages: [] },
    { ...stamp('a'), type: 'step-delta', text: 'be' },
    { ...stamp('a'), type: 'step-delta', text: 'cause' },
    { ...stamp('a'), type: 'model-end', message, durationMs: 5, usage },
    { ...stamp('a'), type: 'step-log', level: 'INFO', message: 'said', data: [1] },
    { ...stamp('a'), type: 'step-end', update: { answer: 'because' }, exit: 'out', durationMs: 9, usage },
    { type: 'state', state: { answer: 'because' } },
  )
  expect(run.steps.a).toMatchObject({
    status: 'ended',
    text: 'because',
    iteration: 1,
    exit: 'out',
    durationMs: 9,
    usage,
  })
  expect(run.executions[0]).toMatchObject({
    status: 'ended',
    stateBefore: {},
    stateAfter: { answer: 'because' },
    update: { answer: 'because' },
    calls: [{ provider: 'practice', answer: message, durationMs: 5, usage }],
    logs: [{ level: 'INFO', message: 'said', data: [1] }],
  })
  expect(run.state).toEqual({ answer: 'because' })
})

test('two calls of one execution keep their own answers', () => {
  const ask: Body = { ...stamp('a'), type: 'model-start', provider: 'p', model: 'm', messages: [] }
  const run = play(
    begin('a'),
    ask,
    ask,
    { ...stamp('a'), type: 'model-end', message, durationMs: 1 },
    { ...stamp('a'), type: 'model-end', message: { ...message, id: 'm2' }, durationMs: 1 },
    { ...stamp('a'), type: 'model-end', message, durationMs: 1 },
  )
  expect(run.executions[0]?.calls.map(({ answer }) => answer?.id)).toEqual(['m1', 'm2'])
})

test('tools end with a result or a problem', () => {
  const call = (toolCallId: string): Body => ({ ...stamp('a'), type: 'tool-start', toolCallId, name: 'add', args: {} })
  const run = play(
    begin('a'),
    call('1'),
    call('2'),
    call('3'),
    { ...stamp('a'), type: 'tool-end', toolCallId: '2', name: 'add', problem },
    { ...stamp('a'), type: 'tool-end', toolCallId: '1', name: 'add', result: 3 },
  )
  expect(run.executions[0]?.tools.map(({ status }) => status)).toEqual(['ended', 'failed', 'running'])
})

test('a further try begins its text anew', () => {
  const run = play(
    begin('a'),
    { ...stamp('a'), type: 'step-delta', text: 'half' },
    { ...stamp('a'), type: 'step-retry', attempt: 2, waitMs: 100, problem },
    { ...stamp('a'), type: 'step-delta', text: 'whole' },
  )
  expect(run.steps.a).toMatchObject({ text: 'whole', attempt: 2 })
  expect(run.executions[0]).toMatchObject({ text: 'whole', retries: [{ attempt: 2, waitMs: 100, problem }] })
})

test('each turn of a loop is an execution of its own', () => {
  const end = (iteration: number): Body => ({ ...stamp('a', iteration), type: 'step-end', update: {}, durationMs: 1 })
  const run = play(begin('a'), end(1), begin('a', 2), end(2), begin('a', 3))
  expect(run.executions.map(({ iteration, status }) => [iteration, status])).toEqual([
    [1, 'ended'],
    [2, 'ended'],
    [3, 'running'],
  ])
  expect(run.steps.a).toMatchObject({ iteration: 3, status: 'running', executionId: 'a-3' })
})

test('a failure stands once in the problems, and whatever still ran was stopped', () => {
  const run = play(
    begin('a'),
    begin('b'),
    { ...stamp('a'), type: 'step-error', problem, durationMs: 2 },
    { type: 'step-skip', stepId: 'c', nodeName: 'C', reason: 'Not run: A failed' },
    { type: 'run-error', problem, durationMs: 3 },
  )
  expect(run).toMatchObject({ status: 'failed', durationMs: 3, problems: [problem] })
  expect(Object.values(run.steps).map(({ stepId, status }) => [stepId, status])).toEqual([
    ['a', 'failed'],
    ['b', 'stopped'],
    ['c', 'skipped'],
  ])
  expect(run.steps.c?.reason).toBe('Not run: A failed')
})

test('a step that was stopped is not a failure', () => {
  const stopped = { code: 'run.stopped', severity: 'error', message: 'Stopped because A failed' } as const
  const run = play(begin('b'), { ...stamp('b'), type: 'step-error', problem: stopped, durationMs: 1 })
  expect(run.steps.b?.status).toBe('stopped')
  expect(run.executions[0]?.status).toBe('stopped')
  expect(run.problems).toEqual([])
})

test('ends are final: their state and duration stay', () => {
  expect(play({ type: 'run-end', state: { a: 1 }, durationMs: 7, usage })).toMatchObject({
    status: 'ended',
    state: { a: 1 },
    usage,
  })
  expect(play({ type: 'run-end', state: {}, durationMs: 7 }).usage).toBeUndefined()
  expect(play(begin('a'), { type: 'run-cancel', durationMs: 4 })).toMatchObject({
    status: 'cancelled',
    durationMs: 4,
    steps: { a: { status: 'stopped' } },
  })
})

test('a step that waits for a person is stopped with its run', () => {
  const paused: Body = { type: 'run-pause', questions: [{ id: 'q', stepId: 'a', question: 'ok?' }] }
  const run = play(begin('a'), paused, { type: 'run-cancel', durationMs: 4 })
  expect(run.steps.a?.status).toBe('stopped')
  expect(run.executions.map(({ status }) => status)).toEqual(['stopped'])
})

test('a paused run goes on with its answer, in the place of the step that waited', () => {
  const question = { id: 'q', stepId: 'b', question: 'ok?' }
  const end: Body = { ...stamp('a'), type: 'step-end', update: {}, durationMs: 1 }
  const paused = play(begin('a'), end, begin('b'), { type: 'run-pause', questions: [question] })
  expect(paused).toMatchObject({ status: 'paused', questions: [question], steps: { b: { status: 'waiting' } } })
  const resumed = fold(stamped([{ ...start, input: {}, resumed: true }, begin('b')], 'run-2'), paused)
  expect(resumed).toMatchObject({
    runId: 'run-2',
    begunAs: 'run',
    status: 'running',
    questions: [],
    input: { question: 'why' },
  })
  expect(resumed.executions.map(({ stepId, status }) => [stepId, status])).toEqual([
    ['a', 'ended'],
    ['b', 'running'],
  ])
  const other = fold(stamped([{ ...start, threadId: 'other', resumed: true }], 'run-3'), paused)
  expect(other.executions).toEqual([])
})

test('a breakpoint is gone once the run goes on', () => {
  const paused = play({ type: 'run-pause', questions: [], breakpoint: { stepIds: ['a'], when: 'before' } })
  expect(paused.breakpoint).toEqual({ stepIds: ['a'], when: 'before' })
  expect(fold(stamped([{ ...start, resumed: true }], 'run-2'), paused)).not.toHaveProperty('breakpoint')
})

const stepIds = fc.constantFrom('a', 'b', 'c')

/** Any event, also where no well-behaved run would have it. */
const anyBody: fc.Arbitrary<Body> = fc
  .record({ id: stepIds, turn: fc.integer({ min: 1, max: 3 }), text: fc.string(), kind: fc.nat(13) })
  .map(({ id, turn, text, kind }): Body => {
    const at = stamp(id, turn)
    const bodies: Body[] = [
      begin(id, turn),
      { ...at, type: 'step-delta', text },
      { ...at, type: 'step-log', level: 'INFO', message: text },
      { ...at, type: 'model-start', provider: 'p', model: 'm', messages: [] },
      { ...at, type: 'model-end', message, durationMs: 1 },
      { ...at, type: 'tool-start', toolCallId: text, name: 'n', args: null },
      { ...at, type: 'tool-end', toolCallId: text, name: 'n', result: text },
      { ...at, type: 'step-retry', attempt: turn, waitMs: 1, problem },
      { ...at, type: 'step-end', update: { [id]: text }, durationMs: 1 },
      { ...at, type: 'step-error', problem, durationMs: 1 },
      { type: 'step-skip', stepId: id, nodeName: id, reason: text },
      { type: 'state', state: { [id]: text } },
      { type: 'run-pause', questions: [] },
      { type: 'run-end', state: {}, durationMs: 1 },
    ]
    return bodies[kind] ?? begin(id)
  })

test('the time a run took is the time it was at work, also over pauses; what it waited does not count', () => {
  const at = (event: Body, seq: number, when: number): RunEvent => ({ ...event, runId: 'run', seq, at: when })
  const pause: Body = { type: 'run-pause', questions: [] }
  const paused = fold([at(start, 0, 1000), at(pause, 1, 1400)])
  expect(paused.durationMs).toBe(400)
  const waited = fold([at({ ...start, resumed: true }, 2, 60_000)], paused)
  expect(waited).toMatchObject({ startedAt: 1000, wentOnAt: 60_000, workedMs: 400 })
  expect(waited.durationMs).toBeUndefined()
  expect(fold([at({ type: 'run-end', state: {}, durationMs: 50 }, 3, 60_050)], waited).durationMs).toBe(450)
  // Given up while it waited: nothing was at work since.
  expect(fold([at({ type: 'run-cancel', durationMs: 59_000 }, 3, 60_000)], paused).durationMs).toBe(400)
})

const anyRun = fc.array(anyBody, { maxLength: 40 }).map((bodies) => stamped([start, ...bodies]))

test('recorded events give the same state as live ones, wherever the recording is cut', () => {
  fc.assert(
    fc.property(anyRun, fc.nat(40), (events, cut) => {
      const live = fold(events)
      expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(live)
      expect(JSON.parse(JSON.stringify(live))).toEqual(live)
      // A recording that begins again from an earlier point changes nothing: events that were seen are passed over.
      expect(fold(events.slice(1, cut), live)).toEqual(live)
    }),
  )
})

test('an event leaves everything it does not name as it is, by identity', () => {
  fc.assert(
    fc.property(anyRun, stepIds, fc.string(), (events, id, text) => {
      const before = fold(events)
      const last = before.executions.findLast(({ stepId }) => stepId === id)
      const named = last ?? stamp(id)
      const { executionId, iteration } = named
      const delta: Body = { ...stamp(id), executionId, iteration, type: 'step-delta', text }
      const after = reduceRun(before, { ...delta, runId: 'run', seq: before.seq + 1, at: 0 })
      for (const [stepId, step] of Object.entries(before.steps)) {
        if (stepId !== id) expect(after.steps[stepId]).toBe(step)
      }
      for (const [index, execution] of before.executions.entries()) {
        if (execution.executionId !== executionId) expect(after.executions[index]).toBe(execution)
      }
      expect(after.state).toBe(before.state)
      expect(after.problems).toBe(before.problems)
    }),
  )
})

test('events of another run are passed over', () => {
  const run = play(begin('a'))
  expect(reduceRun(run, { ...begin('b'), runId: 'other', seq: 99, at: 0 })).toBe(run)
})

test('an edit of the state of a called agent leaves that of the run as it is', () => {
  const breakpoint = {
    agentId: 'inner',
    path: ['a-1'],
    stepIds: ['x'],
    when: 'before',
    state: { word: 'old' },
  } as const
  const edit = { type: 'state-edit', values: { word: 'new' }, state: { word: 'new' }, stepIds: ['x'] } as const
  const paused = [
    begin('a'),
    { type: 'state', state: { own: 1 } },
    { type: 'run-pause', questions: [], breakpoint },
  ] as const
  const run = play(...paused, { ...edit, path: ['a-1'] })
  expect(run).toMatchObject({ state: { own: 1 }, breakpoint: { state: { word: 'new' } } })
  expect(run.edits).toMatchObject([{ path: ['a-1'], stateBefore: { word: 'old' }, stateAfter: { word: 'new' } }])
  expect(play(...paused, edit)).toMatchObject({ state: { word: 'new' }, edits: [{ stateBefore: { own: 1 } }] })
})

test('an answer that was given again is told once: the last one is true', () => {
  const question = { id: 'q', stepId: 'a', question: 'ok?' }
  const answered = (answer: string, count: number) => ({ type: 'question-answer', question, answer, count }) as const
  const paused = [begin('a'), { type: 'run-pause', questions: [question] }] as const
  const again: Body = { ...start, type: 'run-start', resumed: true }
  const run = play(...paused, again, answered('first', 1), again, answered('again', 1), answered('another', 2))
  expect(run.answers).toMatchObject([
    { answer: 'again', count: 1 },
    { answer: 'another', count: 2 },
  ])
})

test('a run that went on counts the tokens of all its legs', () => {
  const call = (stepId: string): Body[] => [
    begin(stepId),
    { ...stamp(stepId), type: 'model-start', provider: 'practice', model: 'practice', messages: [] },
    { ...stamp(stepId), type: 'model-end', message, durationMs: 5, usage },
    { ...stamp(stepId), type: 'step-end', update: {}, exit: 'out', durationMs: 9, usage },
  ]
  const paused = fold(stamped([start, ...call('a'), { type: 'run-pause', questions: [] }]))
  const again = stamped(
    [{ ...start, resumed: true }, ...call('b'), { type: 'run-end', state: {}, durationMs: 7, usage }],
    'run-2',
  )
  expect(fold(again, paused).usage).toEqual({ inputTokens: 2, outputTokens: 4, totalTokens: 6 })
})
