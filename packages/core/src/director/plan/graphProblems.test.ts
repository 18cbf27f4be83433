import { describe, expect, it } from 'vitest'
import type { AgentConfig, EdgeConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { validateAgentConfig } from '../validateAgentConfig.ts'
import { createTestRegistry, mend, type ProblemCase, toTestConfig } from './testAgentConfig.ts'

const registry = createTestRegistry()

const write = (...writes: readonly string[]): Partial<StepConfig> => ({ config: { writes } })
const choose: Partial<StepConfig> = { strategyType: 'choose' }
const text = { type: 'string' } as const

const start = { from: 'START', to: 'a' }
const back = (limit: Partial<EdgeConfig>): EdgeConfig => ({ from: 'a', exit: 'x', to: 'a', ...limit })
const out = { from: 'a', exit: 'y', to: 'END' }

const cases: Readonly<Record<string, ProblemCase>> = {
  'no steps': {
    agent: { steps: {} },
    code: 'graph.noSteps',
    severity: 'error',
    words: 'Cannot build agent: no steps configured',
  },
  'an unknown type': {
    agent: { steps: { a: { strategyType: 'wrte' } } },
    code: 'graph.unknownStep',
    severity: 'error',
    stepId: 'a',
    path: 'strategyType',
    words: 'Unknown step type: wrte',
    fix: 'Make it write',
  },
  'settings of the wrong type': {
    agent: { steps: { a: { config: { writes: 3 } } } },
    code: 'step.config',
    severity: 'error',
    stepId: 'a',
    path: 'config.writes',
    words: 'must be a list',
  },
  'what a definition finds': {
    agent: { steps: { a: { config: { fault: 'Odd' } } } },
    code: 'step.config',
    severity: 'warning',
    stepId: 'a',
    path: 'config.fault',
    words: 'Odd in a of 1',
    fix: 'Remove the fault',
  },
  'a definition that fails to judge': {
    agent: { steps: { a: { config: { fault: 'throw' } } } },
    code: 'step.config',
    severity: 'error',
    stepId: 'a',
    path: 'config',
    words: "'write' could not check these settings: broken",
  },
  'a step that is never reached, with a limit of turns': {
    agent: {
      steps: { a: {}, b: {} },
      more: { edges: [start, { from: 'a', to: 'END' }, { from: 'b', to: 'a', maxTurns: 3 }] },
    },
    code: 'graph.unreachable',
    severity: 'warning',
    stepId: 'b',
    words: 'never runs',
  },
  'a limit of turns at an edge that does not lead back': {
    agent: { steps: { a: {}, b: {} }, more: { edges: [start, { from: 'a', to: 'b', maxTurns: 3 }] } },
    code: 'graph.unsupported',
    severity: 'warning',
    stepId: 'a',
    path: 'edges[1]',
    words: 'does not lead back',
    fix: 'Remove the limit',
  },
  'a way to leave a loop that has no limit': {
    agent: { steps: { a: choose }, more: { edges: [start, back({ leaveBy: 'y' }), out] } },
    code: 'graph.unsupported',
    severity: 'warning',
    stepId: 'a',
    path: 'edges[1]',
    words: 'give it a number of turns',
    fix: 'Remove the limit',
  },
  'a loop to be left by the exit that leads back': {
    agent: { steps: { a: choose }, more: { edges: [start, back({ maxTurns: 2, leaveBy: 'x' }), out] } },
    code: 'graph.unknownExit',
    severity: 'error',
    path: 'edges[1].leaveBy',
    words: 'Its others: y',
    fix: 'Let the run fail then',
  },
  'an id twice': {
    agent: { steps: {}, more: { steps: ['One', 'Two'].map((nodeName) => step('a', nodeName)) }, edges: 'START>a' },
    code: 'graph.duplicateId',
    severity: 'error',
    path: 'steps[1].id',
    words: 'Two steps have the id "a"',
  },
  'a name twice': {
    agent: { steps: { a: { nodeName: 'Draft' }, b: { nodeName: 'Draft' } } },
    code: 'graph.duplicateName',
    severity: 'error',
    stepId: 'b',
    path: 'nodeName',
    words: 'Node `Draft` already present.',
    fix: 'Rename to Draft 2',
  },
  'a name thrice': {
    agent: { steps: { a: { nodeName: 'Draft' }, b: { nodeName: 'Draft 2' }, c: { nodeName: 'Draft' } } },
    code: 'graph.duplicateName',
    severity: 'error',
    stepId: 'c',
    path: 'nodeName',
    words: 'already present',
    fix: 'Rename to Draft 3',
  },
  'a reserved name': {
    agent: { steps: { a: { nodeName: '__start__' } } },
    code: 'graph.reservedName',
    severity: 'error',
    stepId: 'a',
    path: 'nodeName',
    words: 'Node `__start__` is reserved.',
  },
  'a reserved character': {
    agent: { steps: { a: { nodeName: 'Draft: first' } } },
    code: 'graph.reservedName',
    severity: 'error',
    stepId: 'a',
    path: 'nodeName',
    words: "':' is a reserved character and is not allowed in the node names.",
    fix: 'Rename to Draft - first',
  },
  'an edge from nowhere': {
    agent: { steps: { a: {} }, edges: 'START>a b>a' },
    code: 'graph.dangling',
    severity: 'error',
    path: 'edges[1].from',
    words: "Found edge starting at unknown node 'b'",
    fix: 'Remove the edge',
  },
  'an edge to nowhere': {
    agent: { steps: { a: {} }, edges: 'START>a a>b' },
    code: 'graph.dangling',
    severity: 'error',
    path: 'edges[1].to',
    words: 'Found edge ending at unknown node `b`',
    fix: 'Remove the edge',
  },
  'an edge from the end': {
    agent: { steps: { a: {} }, edges: 'START>a END>a' },
    code: 'graph.dangling',
    severity: 'error',
    path: 'edges[1].from',
    words: 'END cannot be a start node',
    fix: 'Remove the edge',
  },
  'an edge to the start': {
    agent: { steps: { a: {} }, edges: 'START>a a>START' },
    code: 'graph.dangling',
    severity: 'error',
    path: 'edges[1].to',
    words: 'START cannot be an end node',
    fix: 'Remove the edge',
  },
  'an exit that a step does not have': {
    agent: {
      steps: { a: { ...choose, config: { exits: ['refund'] } }, b: {} },
      edges: 'START>a,b a.refnd>b a.refund>b',
    },
    code: 'graph.unknownExit',
    severity: 'error',
    path: 'edges[2].exit',
    words: '"choose_step_0" has no exit "refnd". Its exits: refund.',
    fix: 'Leave by refund',
  },
  'an exit like none': {
    agent: { steps: { a: {} }, edges: 'START>a a.left>END' },
    code: 'graph.unknownExit',
    severity: 'error',
    path: 'edges[1].exit',
    words: '"write_step_0" has no exit "left". Its exits: out.',
    fix: 'Remove the edge',
  },
  'no first step': {
    agent: { steps: { a: { nodeName: 'Draft' }, b: {} }, edges: 'a>b' },
    code: 'graph.noStart',
    severity: 'error',
    path: 'edges',
    words: 'Graph must have an entrypoint: add at least one edge from START to another node',
    fix: 'Start with Draft',
  },
  'a step that nothing leads to': {
    agent: { steps: { a: {}, b: {} }, edges: 'START>a' },
    code: 'graph.unreachable',
    severity: 'warning',
    stepId: 'b',
    words: '"write_step_1" never runs',
  },
  'an exit that leads nowhere': {
    agent: { steps: { a: choose, b: {} }, edges: 'START>a a.x>b' },
    code: 'graph.deadRoute',
    severity: 'warning',
    stepId: 'a',
    words: 'When "choose_step_0" leaves by "Exit y", this branch ends',
    fix: 'End at Exit y',
  },
  'a loop without a way out': {
    agent: { steps: { a: {}, b: {} }, edges: 'START>a a>b b>a', more: graph({ recursionLimit: 7 }) },
    code: 'graph.endlessLoop',
    severity: 'warning',
    stepId: 'b',
    words:
      '"write_step_1" leads back to "write_step_0", and no exit ever leaves this loop: a run goes round until the limit of 7',
  },
  'a loop that nothing leads to': {
    agent: { steps: { a: {}, b: {} }, edges: 'START>a b>b' },
    code: 'graph.unreachable',
    severity: 'warning',
    stepId: 'b',
    words: '"write_step_1" never runs',
  },
  'a step that only leads to itself': {
    agent: { steps: { a: {} }, edges: 'START>a a>a' },
    code: 'graph.endlessLoop',
    severity: 'warning',
    stepId: 'a',
    words: '"write_step_0" leads back to itself',
  },
  'parallel writers of a list': {
    agent: {
      fields: { notes: { type: 'array' } },
      steps: { a: write('notes'), b: write('notes') },
      edges: 'START>a,b',
    },
    code: 'graph.parallelWrite',
    severity: 'error',
    stepId: 'a',
    words: '"write_step_0" and "write_step_1" run at the same time and write notes',
    fix: 'Let notes append new items',
  },
  'parallel writers of a text': {
    agent: {
      fields: { note: text },
      steps: { f: {}, a: write('note'), b: {}, c: write('note'), d: write('note') },
      edges: 'START>f f>a,b b>c a>d',
    },
    code: 'graph.parallelWrite',
    severity: 'error',
    stepId: 'a',
    words:
      '"write_step_1", "write_step_3" and "write_step_4" run at the same time and write note, which keeps only one value. Let each',
  },
  'a graph type that needs edges': {
    agent: { steps: { a: {} }, more: graph({ graphType: 'conditional' }) },
    code: 'graph.unsupported',
    severity: 'warning',
    path: 'graphConfig.graphType',
    words: 'The graph type is conditional, but no edges are listed',
    fix: 'Make it linear',
  },
  'a parallel graph without a fork': {
    agent: { steps: { a: {} }, edges: 'START>a', more: graph({ graphType: 'parallel' }) },
    code: 'graph.unsupported',
    severity: 'info',
    path: 'graphConfig.graphType',
    words: 'no exit leads to two steps',
  },
  'a database that only a program can use': {
    agent: { steps: { a: {} }, more: { checkpointer: { type: 'postgres', config: {}, enabled: true } } },
    code: 'graph.unsupported',
    severity: 'info',
    path: 'checkpointer.type',
    words: 'Postgres needs a database driver',
  },
  'a summary without room': {
    agent: { steps: { a: {} }, more: { memory: { memoryType: 'summary', maxTokens: 50, enabled: true } } },
    code: 'step.config',
    severity: 'warning',
    path: 'memory.maxTokens',
    words: 'no room for a summary',
    fix: 'Allow 500 tokens',
  },
  'a summary by a model without a name': {
    agent: {
      steps: { a: {} },
      more: {
        memory: { memoryType: 'summary', maxTokens: 500, llmConfig: { provider: 'openai', model: ' ' }, enabled: true },
      },
    },
    code: 'provider.unsupported',
    severity: 'error',
    path: 'memory.llmConfig.model',
    words: 'No model is named',
  },
  'a search by meaning with nobody to ask': {
    agent: {
      steps: { a: {} },
      more: { memory: { memoryType: 'vector', maxTokens: 500, search: { by: 'meaning' }, enabled: true } },
    },
    code: 'step.config',
    severity: 'error',
    path: 'memory.search.provider',
    words: 'needs an embedding model',
    fix: 'Search by words',
  },
  'a search by meaning without an embedding model': {
    agent: {
      steps: { a: {} },
      more: {
        memory: { memoryType: 'vector', maxTokens: 500, search: { by: 'meaning', provider: 'ollama' }, enabled: true },
      },
    },
    code: 'provider.unsupported',
    severity: 'error',
    path: 'memory.search.model',
    words: 'No embedding model is named',
    fix: 'Use nomic-embed-text',
  },
  'an embedding model at an address that is none': {
    agent: {
      steps: { a: {} },
      more: {
        memory: {
          memoryType: 'vector',
          maxTokens: 500,
          search: { by: 'meaning', provider: 'openai', model: 'm', baseUrl: 'localhost:1' },
          enabled: true,
        },
      },
    },
    code: 'provider.badRequest',
    severity: 'error',
    path: 'memory.search.baseUrl',
    words: 'is not an address',
  },
  'a model without a name': {
    agent: { steps: { a: {} }, more: { llmConfig: { provider: 'openai', model: ' ', temperature: 0, maxTokens: 9 } } },
    code: 'provider.unsupported',
    severity: 'error',
    path: 'llmConfig.model',
    words: 'No model is named',
  },
  'an address that is none': {
    agent: {
      steps: { a: { strategyType: 'llm', config: { llmConfig: { provider: 'ollama', baseUrl: 'localhost:1' } } } },
    },
    code: 'provider.badRequest',
    severity: 'error',
    stepId: 'a',
    path: 'config.llmConfig.baseUrl',
    words: '"localhost:1" is not an address. Write it like http://localhost:11434.',
  },
  'an address that is not used': {
    agent: { steps: { a: { strategyType: 'llm', config: { llmConfig: { baseUrl: 'http://x' } } } } },
    code: 'provider.unsupported',
    severity: 'info',
    stepId: 'a',
    path: 'config.llmConfig.baseUrl',
    words: 'has no address',
  },
}

function step(id: string, nodeName: string): StepConfig {
  return { id, nodeName, strategyType: 'write', config: {} }
}

function graph(settings: Partial<AgentConfig['graphConfig']>): Partial<AgentConfig> {
  return { graphConfig: { ...createAgentConfig().graphConfig, ...settings } }
}

it.each([
  ['postgres', 'Postgres checkpointer requires configuration (connection_string)'],
  ['sqlite', 'SQLite checkpointer requires configuration (db_file)'],
] as const)('a %s checkpointer without its settings is an error', (type, message) => {
  const config = toTestConfig({ steps: { a: {} }, more: { checkpointer: { type, config: null, enabled: true } } })
  expect(validateAgentConfig(config, registry)[0]).toMatchObject({ code: 'step.config', severity: 'error', message })
  const off = { ...config, checkpointer: { type, config: null, enabled: false } } as const
  expect(validateAgentConfig(off, registry)).toEqual([])
})

describe('problems', () => {
  it.each(Object.entries(cases))('%s', (_, { agent, code, severity, words, fix, ...place }) => {
    const [problem, ...others] = validateAgentConfig(toTestConfig(agent), registry)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code, severity, ...place, message: expect.stringContaining(words) })
    expect(problem?.stepId).toBe(place.stepId)
    expect(problem?.path).toBe(place.path)
    if (fix !== undefined) expect(problem?.fix?.label).toBe(fix)
  })

  it.each(Object.entries(cases).filter(([, { fix }]) => fix !== undefined))('%s: its fix mends it', (_, { agent }) => {
    const config = toTestConfig(agent)
    const [problem] = validateAgentConfig(config, registry)
    const left = validateAgentConfig(problem === undefined ? config : mend(config, problem), registry)
    expect(left.map(({ code, message }) => `${code} ${message}`)).not.toContain(`${problem?.code} ${problem?.message}`)
    expect(left.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
