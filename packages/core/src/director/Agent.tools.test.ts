import { describe, expect, test } from 'vitest'
import { brief, collect, pick } from '../../test/testAgent.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { Json } from '../json/Json.ts'
import type { ToolCall } from '../models/Message.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { createScriptedModel, type ScriptedAnswer } from '../testing/createScriptedModel.ts'
import type { ToolFunctions } from '../tools/ToolFunction.ts'
import type { Agent } from './Agent.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'
import type { Services } from './Services.ts'

const threadId = 'thread-1'

const number = { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] }
const double = { kind: 'code', name: 'double', description: 'Doubles a number', parameters: number }
const send = { kind: 'code', name: 'send', description: 'Sends a mail', parameters: number }

const call = (id: string, name: string, args: ToolCall['args'] = {}): ToolCall => ({ id, name, args })
const calls = (...toolCalls: readonly ToolCall[]): ScriptedAnswer => ({ toolCalls })

interface Given {
  readonly answers: readonly ScriptedAnswer[]
  readonly tools?: AgentConfig['tools']
  readonly functions?: ToolFunctions
  readonly settings?: Readonly<Record<string, Json>>
  readonly more?: Partial<AgentConfig>
  readonly services?: Services
}

/** An agent of one react step whose tools double numbers and send mails; `done` is what they did. */
async function reacting({ answers, tools = [double, send], functions, settings, more, services }: Given) {
  const done: Json[] = []
  const model = createScriptedModel(answers)
  const note = (name: string): ToolFunctions => ({
    [name]: ({ n }) => {
      done.push(`${name} ${n}`)
      return Number(n) * 2
    },
  })
  const config: AgentConfig = {
    ...createAgentConfig({
      name: 'State',
      fields: {
        question: { type: 'string', input: true, default: 'What is twice 4?' },
        answer: { type: 'string' },
        pad: { type: 'string' },
      },
    }),
    tools,
    steps: [
      {
        id: 'work',
        strategyType: 'react',
        nodeName: 'Work',
        config: { promptTemplate: '{question}', tools: ['double', 'send'], writes: 'answer', ...settings },
      },
    ],
    ...more,
  }
  const agent = await new AgentBuilderDirector(config, createDefaultRegistry(), {
    random: () => 0,
    models: async () => model,
    functions: { ...note('double'), ...note('send'), ...functions },
    ...services,
  }).build()
  return { agent, model, done }
}

function fold(events: readonly RunEvent[]): RunState | undefined {
  return events.reduce<RunState | undefined>(reduceRun, undefined)
}

function stateOf(events: readonly RunEvent[]) {
  const last = events.at(-1)
  if (last?.type !== 'run-end') throw new Error(`ended with ${JSON.stringify(last)}`)
  return last.state
}

const resume = async (agent: Agent, answer: Json) => collect(agent, null, { threadId, resume: answer })

describe('a loop of tools', () => {
  test('parallel calls run, their results go back, and all turns join the conversation', async () => {
    const { agent, model, done } = await reacting({
      answers: [calls(call('a', 'double', { n: 4 }), call('b', 'double', { n: 5 })), 'It is 8 and 10.'],
    })
    const events = await collect(agent, {}, { threadId })
    expect(stateOf(events)).toMatchObject({
      answer: 'It is 8 and 10.',
      messages: [
        { role: 'user', content: 'What is twice 4?' },
        { role: 'assistant', toolCalls: [{ id: 'a' }, { id: 'b' }] },
        { role: 'tool', toolCallId: 'a', name: 'double', content: '8' },
        { role: 'tool', toolCallId: 'b', content: '10' },
        { role: 'assistant', content: 'It is 8 and 10.' },
      ],
    })
    expect(done).toEqual(['double 4', 'double 5'])
    expect(model.requests[0]?.tools?.map(({ name }) => name)).toEqual(['double', 'send'])
    expect(pick(events, 'tool-start').map(({ args }) => args)).toEqual([{ n: 4 }, { n: 5 }])
    expect(pick(events, 'tool-end')).toMatchObject([{ result: 8 }, { result: 10 }])
    expect(brief(events)).toEqual([
      'run-start',
      'start work',
      'model-start work',
      'model-end work',
      'tool-start work',
      'tool-start work',
      'tool-end work',
      'tool-end work',
      'model-start work',
      ...Array(5).fill('delta work'),
      'model-end work',
      'end work',
      'state',
      'run-end',
    ])
  })
})

describe('what a tool does wrong goes back to the model', () => {
  test.each([
    ['an unknown tool', call('a', 'triple'), 'tool.unknown', 'triple is not a valid tool, try one of [double, send].'],
    ['bad arguments', call('a', 'double', { n: 'x' }), 'tool.badArguments', 'The arguments of double do not fit: n: '],
    ['missing arguments', call('a', 'double', {}), 'tool.badArguments', 'The arguments of double do not fit: '],
    ['a fault', call('a', 'send', { n: 1 }), 'tool.failed', 'send failed: the mail server is down'],
  ])('%s', async (_name, toolCall, code, words) => {
    const { agent, model } = await reacting({
      answers: [calls(toolCall), 'Sorry.'],
      functions: {
        send: () => {
          throw new Error('the mail server is down')
        },
      },
    })
    const events = await collect(agent, {}, { threadId })
    expect(stateOf(events).answer).toBe('Sorry.')
    const sent = model.requests[1]?.messages.at(-1)
    expect(sent).toMatchObject({ role: 'tool', toolCallId: 'a', content: expect.stringContaining(`Error: ${words}`) })
    expect(pick(events, 'tool-end')).toMatchObject([{ problem: { code, stepId: 'work' } }])
    expect(fold(events)?.executions[0]?.tools).toMatchObject([{ status: 'failed', args: toolCall.args }])
  })

  test('a tool that is not offered to the step is unknown to it', async () => {
    const { agent, done } = await reacting({
      answers: [calls(call('a', 'send', { n: 1 })), 'Sorry.'],
      settings: { tools: ['double'] },
    })
    const events = await collect(agent, {}, { threadId })
    expect(pick(events, 'tool-end')).toMatchObject([{ problem: { code: 'tool.unknown' } }])
    expect(done).toEqual([])
  })

  test('a model that never gets it right is given up on', async () => {
    const wrong = (id: string) => calls(call(id, 'nothing'))
    const { agent } = await reacting({ answers: ['a', 'b', 'c', 'd', 'e'].map(wrong) })
    const events = await collect(agent, {}, { threadId })
    expect(events.at(-1)).toMatchObject({
      type: 'run-error',
      problem: { code: 'provider.badToolCall', message: expect.stringContaining('4 times in a row') },
    })
  })

  test('results have a limit, which is told', async () => {
    const { agent, model } = await reacting({
      answers: [calls(call('a', 'double', { n: 1 })), 'Sorry.'],
      functions: { double: () => 'x'.repeat(100_001) },
    })
    await collect(agent, {}, { threadId })
    expect(model.requests[1]?.messages.at(-1)?.content).toMatch(/has 100003 characters; 100000 are allowed/)
  })

  test('what JSON cannot hold is no result', async () => {
    const { agent, model } = await reacting({
      answers: [calls(call('a', 'double', { n: 1 })), 'Sorry.'],
      functions: { double: () => new Date(0) },
    })
    await collect(agent, {}, { threadId })
    expect(model.requests[1]?.messages.at(-1)?.content).toMatch(/^Error: double failed: .*Date/)
  })
})

describe('limits', () => {
  test('the model is asked no more often than the settings say', async () => {
    const { agent } = await reacting({
      answers: [calls(call('a', 'double', { n: 1 })), calls(call('b', 'double', { n: 1 }))],
      settings: { maxIterations: 2 },
    })
    const events = await collect(agent, {}, { threadId })
    expect(events.at(-1)).toMatchObject({ problem: { code: 'run.stepLimit', path: 'config.maxIterations' } })
  })

  test('calls that have the same id in every turn are still made, each once', async () => {
    const { agent, done, model } = await reacting({
      answers: [calls(call('x', 'double', { n: 1 })), calls(call('x', 'double', { n: 2 })), 'Done.'],
    })
    await collect(agent, {}, { threadId })
    expect(done).toEqual(['double 1', 'double 2'])
    const ids = model.requests[2]?.messages.flatMap(({ toolCallId }) => toolCallId ?? [])
    expect(new Set(ids).size).toBe(2)
  })

  test('stopping ends a tool that does not listen', async () => {
    const controller = new AbortController()
    const { agent } = await reacting({
      answers: [calls(call('a', 'double', { n: 1 }))],
      functions: {
        double: () => {
          controller.abort()
          return new Promise(() => {})
        },
      },
    })
    const events = await collect(agent, {}, { threadId, signal: controller.signal })
    expect(events.at(-1)?.type).toBe('run-cancel')
    expect(fold(events)?.executions[0]).toMatchObject({ status: 'stopped', tools: [{ status: 'failed' }] })
  })
})

describe('approval', () => {
  const asking = { ...send, approval: 'always' }
  const asked = (events: readonly RunEvent[]) => {
    const last = events.at(-1)
    if (last?.type !== 'run-pause') throw new Error(`ended with ${JSON.stringify(last)}`)
    return last.questions.map(({ question }) => question)
  }
  const given = (answers: readonly ScriptedAnswer[], approval = 'always') =>
    reacting({ answers, tools: [double, { ...asking, approval }] })

  test('all calls of a turn wait for theirs before any is made, and nothing is done twice', async () => {
    const turn = calls(call('a', 'double', { n: 1 }), call('b', 'send', { n: 2 }), call('c', 'send', { n: 3 }))
    const { agent, done, model } = await given([turn, 'Done.'])
    const first = await collect(agent, {}, { threadId })
    expect(asked(first)).toEqual([
      { kind: 'tool', tool: 'send', description: 'Sends a mail', args: { n: 2 }, parameters: number, toolCallId: 'b' },
    ])
    expect(asked(await resume(agent, { decision: 'approve' }))).toMatchObject([{ args: { n: 3 } }])
    expect(done).toEqual([])
    const last = await resume(agent, { decision: 'approve' })
    expect(stateOf(last).answer).toBe('Done.')
    expect(done.toSorted()).toEqual(['double 1', 'send 2', 'send 3'])
    expect(model.requests).toHaveLength(2)
    const run = [...first, ...last].reduce<RunState | undefined>(reduceRun, undefined)
    expect(run?.executions[0]?.tools.map(({ status }) => status)).toEqual(['ended', 'ended', 'ended'])
  })

  test('arguments may be changed; the call is made with those, and told with those', async () => {
    const { agent, done } = await given([calls(call('a', 'send', { n: 1 })), 'Done.'])
    await collect(agent, {}, { threadId })
    const events = await resume(agent, { decision: 'edit', args: { n: 9 } })
    expect(done).toEqual(['send 9'])
    expect(pick(events, 'tool-start')).toMatchObject([{ args: { n: 9 } }])
  })

  test.each([
    [{ decision: 'edit', args: { n: 'nine' } }, 'n: '],
    ['maybe', 'Answer with'],
  ])('%j is asked again, with what was wrong', async (answer, problem) => {
    const { agent, done } = await given([calls(call('a', 'send', { n: 1 })), 'Done.'])
    await collect(agent, {}, { threadId })
    expect(asked(await resume(agent, answer))).toMatchObject([{ problem: expect.stringContaining(problem) }])
    expect(done).toEqual([])
    await resume(agent, true)
    expect(done).toHaveLength(1)
  })

  test('a reason for a no goes to the model', async () => {
    const { agent, done, model } = await given([calls(call('a', 'send', { n: 1 })), 'I see.'])
    await collect(agent, {}, { threadId })
    const events = await resume(agent, { decision: 'reject', reason: 'Not on a Sunday' })
    expect(stateOf(events).answer).toBe('I see.')
    expect(done).toEqual([])
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('The reason: Not on a Sunday')
    expect(pick(events, 'tool-end')).toMatchObject([{ problem: { code: 'tool.rejected' } }])
  })

  test.each([
    ['n > 10', 5, false],
    ['n > 10', 50, true],
    ['args.n > 10', 50, true],
    ['never', 50, false],
    // A rule that cannot be worked out asks.
    ['lower(n) == "x"', 5, true],
  ])('the rule %s for %d', async (approval, n, waits) => {
    const { agent } = await given([calls(call('a', 'send', { n })), 'Done.'], approval)
    const events = await collect(agent, {}, { threadId })
    expect(events.at(-1)?.type).toBe(waits ? 'run-pause' : 'run-end')
  })
})

describe('tools that are agents', () => {
  const inner = (steps: AgentConfig['steps'], more: Partial<AgentConfig> = {}): AgentConfig => ({
    ...createAgentConfig({
      name: 'Inner',
      fields: { word: { type: 'string', input: true }, said: { type: 'string' } },
    }),
    steps,
    ...more,
  })
  const say = {
    id: 'say',
    strategyType: 'set',
    config: { values: [{ field: 'said', kind: 'template', value: '{word}!' }] },
  }
  const shout = {
    kind: 'agent',
    name: 'shout',
    agent: 'shouter',
    output: 'said',
    parameters: { type: 'object', properties: { word: { type: 'string' } } },
  }

  test('get the arguments as input, and give a field or the whole state', async () => {
    const { agent } = await reacting({
      answers: [calls(call('a', 'shout', { word: 'hey' }), call('b', 'all', { word: 'ho' })), 'Done.'],
      tools: [shout, { ...shout, name: 'all', output: '' }],
      settings: { tools: ['shout', 'all'] },
      more: { agents: { shouter: inner([say]) } },
    })
    const events = await collect(agent, {}, { threadId })
    // Side by side, either may end first.
    const results = pick(events, 'tool-end').map(({ toolCallId, result }) => [toolCallId, result])
    expect(Object.fromEntries(results)).toMatchObject({ a: 'hey!', b: { word: 'ho', said: 'ho!' } })
    expect(results).toHaveLength(2)
    expect(pick(events, 'step-start').filter(({ path }) => path.length === 1)).toHaveLength(2)
  })

  test('a pause within is asked by the outer run; what ran beside is not repeated', async () => {
    const asks = {
      id: 'work',
      strategyType: 'react',
      nodeName: 'Inner work',
      config: { promptTemplate: '{word}', tools: ['send'], writes: 'said' },
    }
    const { agent, done } = await reacting({
      answers: [
        calls(call('a', 'shout', { word: 'hey' }), call('b', 'double', { n: 1 })),
        calls(call('i', 'send', { n: 7 })),
        'sent',
        'Done.',
      ],
      tools: [shout, double],
      settings: { tools: ['shout', 'double'] },
      more: { agents: { shouter: inner([asks], { tools: [{ ...send, approval: 'always' }] }) } },
    })
    const first = await collect(agent, {}, { threadId })
    expect(first.at(-1)).toMatchObject({ type: 'run-pause', questions: [{ question: { tool: 'send' } }] })
    expect(done).toEqual(['double 1'])
    const last = await resume(agent, true)
    expect(stateOf(last).answer).toBe('Done.')
    expect(done).toEqual(['double 1', 'send 7'])
    expect([...pick(first, 'tool-start'), ...pick(last, 'tool-start')].map(({ name }) => name)).toEqual([
      'shout',
      'double',
      'send',
    ])
  })
})

describe('answers of other forms', () => {
  test('the reasoning is kept, and the answer is an object', async () => {
    const { agent, model } = await reacting({
      answers: [
        { content: 'Thought: I need to double.\nAction: double 4', toolCalls: [call('a', 'double', { n: 4 })] },
        'Thought: Now I know.\nIt is 8.',
        { output: { answer: 'eight' } },
      ],
      settings: {
        writes: '',
        scratchpadKey: 'pad',
        structuredOutput: {
          schema: { type: 'object', properties: { answer: { type: 'string' } }, required: ['answer'] },
        },
      },
    })
    const state = stateOf(await collect(agent, {}, { threadId }))
    expect(state.pad).toBe('Thought: I need to double.\nAction: double 4\nObservation: 8\nThought: Now I know.')
    expect(state.answer).toBe('eight')
    expect(model.requests[0]?.messages[0]?.content).toMatch(/^You are a helpful assistant\.\n\nFor each step, reason/)
    expect(model.requests[2]?.output?.name).toBe('answer')
  })

  test('a further try after a fault repeats neither turns nor calls', async () => {
    const fault = Object.assign(new Error('down for a moment'), { status: 503 })
    const { agent, done, model } = await reacting({
      answers: [calls(call('a', 'double', { n: 4 })), fault, 'It is 8.'],
      more: { graphConfig: { ...createAgentConfig().graphConfig, maxRetries: 1 } },
    })
    const events = await collect(agent, {}, { threadId })
    expect(stateOf(events).answer).toBe('It is 8.')
    expect(done).toEqual(['double 4'])
    expect(model.requests).toHaveLength(3)
  })
})

describe('steps that offer and run tools', () => {
  const ways = (settings: Readonly<Record<string, Json>> = {}): Partial<AgentConfig> => ({
    steps: [
      { id: 'ask', strategyType: 'llm', config: { promptTemplate: '{question}', tools: ['double'], writes: 'answer' } },
      { id: 'run', strategyType: 'tool', config: { tools: ['double'], ...settings } },
    ],
    edges: [
      { from: 'START', to: 'ask' },
      { from: 'ask', exit: 'tools', to: 'run' },
      { from: 'run', to: 'ask' },
      { from: 'ask', exit: 'out', to: 'END' },
    ],
  })

  test('a model step leaves with calls, the tool step answers them, and the question is not put again', async () => {
    const { agent, model } = await reacting({
      answers: [calls(call('a', 'double', { n: 4 })), 'It is 8.'],
      more: ways({ scratchpadKey: 'pad' }),
    })
    const state = stateOf(await collect(agent, {}, { threadId }))
    expect(state).toMatchObject({ answer: 'It is 8.', pad: 'Observation: 8' })
    expect(model.requests[1]?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool'])
  })

  test('one tool with arguments from the state; its fault is the step’s', async () => {
    const fixed = (tool: string, args: Json): Partial<AgentConfig> => ({
      steps: [{ id: 'run', strategyType: 'tool', config: { mode: 'fixed', tool, args, writes: 'answer' } }],
    })
    const text = { ...double, name: 'text', parameters: { type: 'object' } }
    const { agent } = await reacting({
      answers: [],
      tools: [text],
      functions: { text: (args) => JSON.stringify(args) },
      more: fixed('text', { whole: '{question}', part: 'Q: {question}', fix: [1] }),
    })
    expect(stateOf(await collect(agent, { question: 'Why?' }, { threadId })).answer).toBe(
      '{"whole":"Why?","part":"Q: Why?","fix":[1]}',
    )
    const wrong = await reacting({ answers: [], more: fixed('double', { n: 'x' }) })
    await expect(wrong.agent.run({})).rejects.toMatchObject({ code: 'tool.badArguments', stepId: 'run' })
  })

  test('a tool that gives nothing writes that, and one that is only run writes not at all', async () => {
    const fixed = (writes: string): Partial<AgentConfig> => ({
      stateType: { name: 'State', fields: { answer: { type: 'any' } } },
      steps: [{ id: 'run', strategyType: 'tool', config: { mode: 'fixed', tool: 'send', args: { n: 1 }, writes } }],
    })
    const given = { answers: [], functions: { send: () => undefined } }
    expect(await (await reacting({ ...given, more: fixed('answer') })).agent.run({})).toMatchObject({ answer: null })
    expect(await (await reacting({ ...given, more: fixed('') })).agent.run({})).not.toHaveProperty('answer')
  })

  test('calls that were answered before are not made again', async () => {
    const alone: Partial<AgentConfig> = {
      stateType: { name: 'State', fields: { messages: { type: 'messages', input: true } } },
      steps: [{ id: 'run', strategyType: 'tool', config: { tools: ['double'] } }],
    }
    const { agent, done } = await reacting({ answers: [], more: alone })
    const asking = (...toolCalls: readonly Json[]): Json => ({ role: 'assistant', content: '', toolCalls })
    const doubling = (id: string, n: number): Json => ({ id, name: 'double', args: { n } })
    await agent.run({ messages: [asking()] })
    const answered = { role: 'tool', content: '2', toolCallId: 'a' }
    await agent.run({ messages: [asking(doubling('a', 1), doubling('b', 2)), answered] })
    expect(done).toEqual(['double 2'])
  })

  test('the tool step says when there is nothing to run', async () => {
    const alone: Partial<AgentConfig> = {
      stateType: { name: 'State', fields: { messages: { type: 'messages', input: true } } },
      steps: [{ id: 'run', strategyType: 'tool', config: { tools: ['double'] } }],
    }
    const { agent } = await reacting({ answers: [], more: alone })
    await expect(agent.run({})).rejects.toThrow('No message found in input')
    await expect(agent.run({ messages: [{ role: 'user', content: 'Hi' }] })).rejects.toThrow(
      'No AIMessage found in input',
    )
  })
})
