import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig, arbitraryJson } from '../../test/arbitraryAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import type { AgentConfig } from './AgentConfig.ts'
import { type ParseResult, parseAgentConfig } from './parseAgentConfig.ts'

const stateType = { name: 'S', fields: {} }

/** A file with these keys beside the ones it needs. */
function file(parts: object): string {
  return JSON.stringify({ version: 1, stateType, ...parts })
}

function accepted(result: ParseResult): { config: AgentConfig; problems: readonly Problem[] } {
  if (!result.ok) throw result.error
  return result
}

function refused(result: ParseResult): { error: AgentError; problems: readonly Problem[] } {
  if (result.ok) throw new Error('It was accepted.')
  return result
}

describe('defaults', () => {
  test('are those of the format', () => {
    const { config, problems } = accepted(parseAgentConfig(file({ steps: [{ id: 'a', strategyType: ' llm ' }] })))
    expect(problems).toEqual([])
    expect(config).toEqual({
      version: 1,
      name: null,
      stateType,
      steps: [{ id: 'a', strategyType: 'llm', config: {} }],
      memory: null,
      graphConfig: { graphType: 'linear', allowParallel: false, maxRetries: 3, recursionLimit: 25 },
      llmConfig: null,
      loggingConfig: { enabled: true, level: 'INFO', includeState: false },
      checkpointer: null,
      layout: {},
    })
  })

  test('fill the parts that are there', () => {
    const llmConfig = { provider: 'openai', model: '' }
    const { config } = accepted(
      parseAgentConfig(file({ llmConfig, memory: { memoryType: 'buffer' }, checkpointer: {} })),
    )
    expect(config).toMatchObject({
      llmConfig: { temperature: 0, maxTokens: 1000 },
      memory: { maxTokens: 500, enabled: true },
      checkpointer: { type: 'memory', config: null, enabled: true },
    })
  })

  test('every agent that a value describes is accepted as it is', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, (config) => {
        expect(accepted(parseAgentConfig(config)).config).toEqual(config)
      }),
    )
  })
})

describe('what is refused for its shape', () => {
  test.each<[string, object, string, string]>([
    ['no state type', { stateType: undefined }, 'stateType', 'Field required'],
    ['a type without a name', { steps: [{ id: 'a' }] }, 'steps[0].strategyType', 'Field required'],
    [
      'a blank type',
      { steps: [{ id: 'a', strategyType: ' ' }] },
      'steps[0].strategyType',
      'strategyType cannot be empty',
    ],
    ['steps that are no list', { steps: {} }, 'steps', 'Input should be a valid list'],
    ['a step that is no object', { steps: [1] }, 'steps[0]', 'Input should be a valid dictionary'],
    [
      'settings that are null',
      { steps: [{ id: 'a', strategyType: 'x', config: null }] },
      'steps[0].config',
      'Input should be a valid dictionary',
    ],
    [
      'an id with a space',
      { steps: [{ id: 'A b', strategyType: 'x' }] },
      'steps[0].id',
      'id must be 1 to 64 lower-case letters, digits, - or _ (it is "A b")',
    ],
    ['a number for a name', { name: 3 }, 'name', 'Input should be a valid string'],
    [
      'a text for a switch',
      { memory: { memoryType: 'buffer', enabled: 'yes' } },
      'memory.enabled',
      'Input should be a valid boolean',
    ],
    ['a memory of no kind', { memory: {} }, 'memory.memoryType', 'Field required'],
    [
      'an unknown memory',
      { memory: { memoryType: 'elephant' } },
      'memory.memoryType',
      "memoryType must be one of ['conversation', 'vector', 'buffer', 'summary']",
    ],
    [
      'no tokens of memory',
      { memory: { memoryType: 'buffer', maxTokens: 0 } },
      'memory.maxTokens',
      'Input should be greater than or equal to 1',
    ],
    [
      'an unknown graph',
      { graphConfig: { graphType: 'round' } },
      'graphConfig.graphType',
      "graphType must be one of ['linear', 'branching', 'parallel', 'conditional']",
    ],
    [
      'negative retries',
      { graphConfig: { maxRetries: -1 } },
      'graphConfig.maxRetries',
      'Input should be greater than or equal to 0',
    ],
    [
      'a provider nobody has',
      { llmConfig: { provider: 'hal', model: '9000' } },
      'llmConfig.provider',
      "provider must be one of ['practice', 'openai', 'anthropic', 'google', 'ollama', 'cohere', 'huggingface']",
    ],
    ['a model without a name', { llmConfig: { provider: 'openai' } }, 'llmConfig.model', 'Field required'],
    [
      'too cold',
      { llmConfig: { provider: 'openai', model: 'm', temperature: -0.1 } },
      'llmConfig.temperature',
      'Input should be greater than or equal to 0',
    ],
    [
      'too hot',
      { llmConfig: { provider: 'openai', model: 'm', temperature: 2.1 } },
      'llmConfig.temperature',
      'Input should be less than or equal to 2',
    ],
    [
      'half a token',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 10.5 } },
      'llmConfig.maxTokens',
      'Input should be a valid integer, got a number with a fractional part',
    ],
    [
      'a word for a number',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 'ten' } },
      'llmConfig.maxTokens',
      'Input should be a valid integer',
    ],
    [
      'more tokens than a number can count',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 1e300 } },
      'llmConfig.maxTokens',
      'Input should be a valid integer, got a number that is too large',
    ],
    [
      'a level in small letters',
      { loggingConfig: { level: 'debug' } },
      'loggingConfig.level',
      "level must be one of ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']",
    ],
    [
      'an unknown checkpointer',
      { checkpointer: { type: 'redis' } },
      'checkpointer.type',
      "Input should be 'memory', 'postgres' or 'sqlite'",
    ],
    [
      'a field of no type',
      { stateType: { name: 'S', fields: { a: {} } } },
      'stateType.fields.a.type',
      'Field required',
    ],
    ['a position that is none', { layout: { a: [1] } }, 'layout.a', 'Input should be a position: [x, y]'],
    ['an older format than there was', { version: 0 }, 'version', 'version must be 1'],
  ])('%s', (_name, parts, path, words) => {
    const { error, problems } = refused(parseAgentConfig(file(parts)))
    expect(error).toMatchObject({ code: 'import.schema', path })
    expect(problems).toContainEqual({ code: 'import.schema', severity: 'error', path, message: `${path}: ${words}` })
  })

  test.each(['toString', '1st', 'a-b', 'a b', 'hasOwnProperty'])('a state field called %s', (name) => {
    const { error } = refused(
      parseAgentConfig(file({ stateType: { name: 'S', fields: { [name]: { type: 'string' } } } })),
    )
    expect(error.code).toBe('state.name')
    expect(error.message).toContain(`Invalid field name: ${name}`)
  })

  test('all that is wrong is reported, and the fault counts it', () => {
    const { error, problems } = refused(parseAgentConfig(file({ name: 1, steps: [{}], memory: {} })))
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(3)
    expect(error.message).toBe('name: Input should be a valid string (and 2 more)')
    expect(error.problems).toHaveLength(3)
  })

  test('two steps of one id, because edges could mean either', () => {
    const steps = ['a', 'b', 'a'].map((id) => ({ id, strategyType: 'llm' }))
    const { error } = refused(parseAgentConfig(file({ steps })))
    expect(error).toMatchObject({ code: 'graph.duplicateId', path: 'steps[2].id' })
    expect(error.message).toContain('already the id of steps[0]')
  })
})

describe('what is refused before it is read', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'import.empty'],
    ['null', null, 'import.empty'],
    ['an empty text', '', 'import.empty'],
    ['blanks and a byte order mark', '\uFEFF \n', 'import.empty'],
    ['no bytes', new Uint8Array(), 'import.empty'],
    ['a list', '[]', 'import.schema'],
    ['a number', 5, 'import.schema'],
    ['a function', () => 1, 'import.schema'],
    ['a date inside', { stateType: { name: new Date() } }, 'import.schema'],
    ['bytes of another encoding', new Uint8Array([0x7b, 0xe4, 0x7d]), 'import.encoding'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]).buffer, 'import.encoding'],
    ['text that was decoded wrongly', '{"name": "\uFFFD', 'import.encoding'],
    ['101 levels', `${'['.repeat(101)}${']'.repeat(101)}`, 'import.tooDeep'],
    ['a million levels that never end', '['.repeat(1_000_000), 'import.tooDeep'],
    ['101 levels of values', nested(101), 'import.tooDeep'],
    ['a newer format', '{"version":2,"surprise":[]}', 'import.newer'],
    ['10,001 steps', { stateType, steps: Array(10_001).fill({ strategyType: 'llm' }) }, 'import.tooMany'],
    ['more than 20 MB', ' '.repeat(20_000_001), 'import.tooLarge'],
    ['more than 20 MB of bytes', new Uint8Array(20_000_001), 'import.tooLarge'],
    ['a prototype', '{"stateType":{"name":"S"},"layout":{"__proto__":[0,0]}}', 'import.unsafeKey'],
    ['a prototype in disguise', '{"steps":[{"config":{"\\u005f_proto__":1}}]}', 'import.unsafeKey'],
    ['a constructor', '{"a":[{"constructor":{}}]}', 'import.unsafeKey'],
    ['a prototype in a value', JSON.parse('{"a":{"__proto__":{}}}'), 'import.unsafeKey'],
    [
      'a value that throws when it is read',
      {
        get name() {
          throw new Error('no')
        },
      },
      'import.schema',
    ],
  ])('%s', (_name, source, code) => {
    const { error, problems } = refused(parseAgentConfig(source))
    expect(error).toBeInstanceOf(AgentError)
    expect(error.code).toBe(code)
    expect(problems.map((problem) => problem.code)).toContain(code)
  })

  test('a limit says what it saw and what is allowed', () => {
    const large = refused(parseAgentConfig(' '.repeat(21_400_000)))
    expect(large.error.message).toContain('21.4 MB')
    expect(large.error.message).toContain('20 MB')
    const deep = refused(parseAgentConfig('['.repeat(7_000)))
    expect(deep.error.message).toMatch(/7,?000 levels.*limit is 100.*line 1, column 101/)
    const many = refused(parseAgentConfig({ stateType, steps: Array(12_000).fill({}) }))
    expect(many.error.detail?.detail).toEqual({ value: 12_000, limit: 10_000 })
  })

  test.each<[string, string, number, number]>([
    ['a comma too many', '{\n  "name": "a",\n}', 3, 1],
    ['a comma too few', '{"a": 1\n "b": 2}', 2, 2],
    ['a text that does not end', '{"a": "b', 1, 9],
    ['a line break in a text', '{"a": "b\n"}', 1, 9],
    ['an escape that is none', '["\\x"]', 1, 3],
    ['single quotes', "{'a': 1}", 1, 2],
    ['a number with a leading zero', '[01]', 1, 2],
    ['a word', '[nul]', 1, 2],
    ['a bracket that closes another', '[1}', 1, 3],
    ['something after the end', '{} {}', 1, 4],
    ['an end that is missing', '{"a": [1, 2', 1, 12],
    ['a comment', '{ // note\n}', 1, 3],
  ])('broken JSON: %s', (_name, text, line, column) => {
    const { error, problems } = refused(parseAgentConfig(text))
    expect(error.code).toBe('import.syntax')
    expect(problems[0]?.cause).toMatchObject({ line, column })
    expect(error.message).toContain(`line ${line}, column ${column}`)
  })

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), arbitraryJson, fc.json()), (source) => {
        expect(() => parseAgentConfig(source)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  test('finds the place in every text that the platform refuses, and accepts what it accepts', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '}', ',', '"', 'x', '\\'))
      .map(([json, at, insert]) => {
        const place = at % (json.length + 1)
        return json.slice(0, place) + insert + json.slice(place + 1)
      })
    fc.assert(
      fc.property(broken, (text) => {
        const result = parseAgentConfig(text)
        const isSyntax = !result.ok && result.error.code === 'import.syntax'
        let refusedByPlatform = false
        try {
          JSON.parse(text)
        } catch {
          refusedByPlatform = text.trim() !== ''
        }
        expect(isSyntax).toBe(refusedByPlatform && !text.includes('\uFFFD') && !text.includes('\0'))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Lists in lists, as a value. */
function nested(levels: number): unknown {
  let value: unknown = 0
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

describe('files of other products', () => {
  test.each<[string, unknown]>([
    ['n8n', { nodes: [{ type: 'n8n-nodes-base.set' }], connections: {} }],
    ['Flowise', { nodes: [{ data: { inputParams: [], baseClasses: [] } }], edges: [] }],
    ['Flowise', { name: 'f', iconSrc: '', schema: '[]', func: '' }],
    ['Langflow', { data: { nodes: [{ data: { type: 'X', node: {} } }], edges: [] } }],
    ['Langflow', { data: { node: {}, type: 'X' }, id: '1' }],
    ['Dify', { app: { mode: 'workflow' }, workflow: { graph: {} } }],
    ['Dify', 'app:\n  mode: workflow\nkind: app\nversion: 0.1.5\nworkflow:\n'],
    ['Rivet', { version: 4, data: { graphs: {} } }],
    ['Rivet', 'version: 4\ndata:\n  graphs:\n    abc:\n'],
    ['Sim', { version: '1.0', state: { blocks: {} } }],
    ['LangGraph', { nodes: [{ id: '__start__', type: 'schema' }], edges: [] }],
    ['petal (a YAML node)', 'type: llm\nname: assistant\nprovider: openai\n'],
  ])('%s is named', (product, source) => {
    const { error } = refused(parseAgentConfig(source))
    expect(error.code).toBe('import.foreign')
    expect(error.message).toContain(product)
  })

  test('an agent of ours is not mistaken for one, whatever unknown keys it has', () => {
    const config = { stateType, steps: [], nodes: [], connections: {}, app: {}, workflow: {}, data: { graphs: {} } }
    expect(parseAgentConfig(config).ok).toBe(true)
  })
})

describe('what is repaired or remarked', () => {
  test("petal's spelling is read, and each change is told", () => {
    const { config, problems } = accepted(
      parseAgentConfig({
        name: 'old',
        state_type: 'ChatState',
        steps: [
          {
            strategy_type: 'llm',
            node_name: null,
            config: {
              prompt_template: 'Hi {name}',
              system_prompt: 'Be kind',
              llm_config: { provider: 'openai', model: 'm', max_tokens: '20' },
            },
          },
          { strategy_type: 'llm', node_name: 'Second one', config: { promptTemplate: 'a', prompt_template: 'b' } },
        ],
        memory: { memory_type: 'buffer', max_tokens: 9 },
        graph_config: { graph_type: 'linear', allow_parallel: true, max_retries: 1 },
        llm_config: { provider: 'openai', model: 'm', temperature: '0.5', max_tokens: 5, base_url: 'http://x/v1' },
        logging_config: { include_state: true },
        checkpointer: null,
      }),
    )
    expect(config).toMatchObject({
      stateType: { name: 'ChatState', fields: {} },
      steps: [
        {
          id: 'llm',
          strategyType: 'llm',
          config: { promptTemplate: 'Hi {name}', systemPrompt: 'Be kind', llmConfig: { maxTokens: 20 } },
        },
        { id: 'second-one', nodeName: 'Second one', config: { promptTemplate: 'a', prompt_template: 'b' } },
      ],
      memory: { memoryType: 'buffer', maxTokens: 9 },
      graphConfig: { allowParallel: true, maxRetries: 1 },
      llmConfig: { temperature: 0.5, maxTokens: 5, baseUrl: 'http://x/v1' },
      loggingConfig: { includeState: true },
    })
    expect(config.steps[0]).not.toHaveProperty('nodeName')
    expect(new Set(problems.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['import.migrated info']),
    )
    expect(problems).toContainEqual(expect.objectContaining({ path: 'steps[0].config.prompt_template' }))
    expect(problems).toContainEqual(expect.objectContaining({ path: 'llmConfig.temperature' }))
  })

  test('settings of a step that is written our way are never renamed: plugins own their names', () => {
    const steps = [{ id: 'a', strategyType: 'theirs', config: { system_prompt: 'x' } }]
    const { config, problems } = accepted(parseAgentConfig(file({ steps })))
    expect(config.steps[0]?.config).toEqual({ system_prompt: 'x' })
    expect(problems).toEqual([])
  })

  test('free data keeps its spelling', () => {
    const fields = { a: { type: 'object', default: { max_tokens: '5', strategy_type: null } } }
    const { config } = accepted(parseAgentConfig({ state_type: { name: 'S', fields }, steps: [] }))
    expect(config.stateType.fields).toEqual(fields)
  })

  test('a key with no meaning is kept, and the near one is offered', () => {
    const { config, problems } = accepted(
      parseAgentConfig(
        file({
          llmConfig: { provider: 'openai', model: 'm', temprature: 1 },
          steps: [{ id: 'a', strategyType: 'llm', nodename: 'x', ['k'.repeat(100)]: 1 }],
          stateType: { name: 'S', fields: { q: { type: 'string', requierd: true } } },
          edges: [{ from: 'START', to: 'a', label: 'x' }],
          colour: 'red',
        }),
      ),
    )
    expect(config.llmConfig).toMatchObject({ temprature: 1 })
    expect(problems.map(({ code }) => code)).toEqual(Array(6).fill('import.unknownKey'))
    expect(problems.map(({ path, stepId }) => [stepId, path])).toEqual([
      [undefined, 'colour'],
      [undefined, 'stateType.fields.q.requierd'],
      [undefined, 'llmConfig.temprature'],
      ['a', 'nodename'],
      ['a', 'k'.repeat(100)],
      [undefined, 'edges[0].label'],
    ])
    expect(problems[2]?.message).toContain('Did you mean temperature?')
    expect(problems[3]?.message).toContain('Did you mean nodeName?')
  })

  test('a key that holds a secret is pointed out before it travels on', () => {
    const llmConfig = { provider: 'openai', model: 'm', api_key: 'sk-1234' }
    const { problems } = accepted(parseAgentConfig(file({ llmConfig })))
    expect(problems).toMatchObject([{ code: 'secret.looksLikeSecret', path: 'llmConfig.api_key' }])
    expect(JSON.stringify(problems)).not.toContain('sk-1234')
  })

  test('edges to nowhere are kept and reported', () => {
    const steps = [{ id: 'a', strategyType: 'llm' }]
    const edges = [
      { from: 'START', to: 'a' },
      { from: 'a', exit: 'x', to: 'gone' },
      { from: 'END', to: 'START' },
    ]
    const { config, problems } = accepted(parseAgentConfig(file({ steps, edges })))
    expect(config.edges).toEqual(edges)
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['graph.dangling', 'edges[1].to'],
      ['graph.dangling', 'edges[2].from'],
      ['graph.dangling', 'edges[2].to'],
    ])
  })

  test('missing ids are made from names and types, without meeting those that are there', () => {
    const steps = [
      { strategyType: 'llm' },
      { id: 'llm-2', strategyType: 'llm' },
      { strategyType: 'llm' },
      { strategyType: 'custom', nodeName: 'Überprüfen & sagen!' },
      { strategyType: '...', id: null },
      { strategyType: 'x', nodeName: 'constructor' },
    ]
    const { config, problems } = accepted(parseAgentConfig(file({ steps })))
    expect(config.steps.map(({ id }) => id)).toEqual(['llm', 'llm-2', 'llm-3', 'uberprufen-sagen', 'step', 'step-2'])
    expect(problems).toHaveLength(5)
  })

  test('null says nothing where a key may be left out', () => {
    const steps = [{ id: 'a', strategyType: 'llm', nodeName: null, timeout: null }]
    const { config, problems } = accepted(
      parseAgentConfig(file({ steps, edges: null, description: null, tools: null })),
    )
    expect(config.steps).toEqual([{ id: 'a', strategyType: 'llm', config: {} }])
    expect(config).not.toHaveProperty('edges')
    expect(problems).toEqual([])
  })

  test('a byte order mark does not matter', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${file({ name: 'ö' })}`)
    expect(accepted(parseAgentConfig(bytes)).config.name).toBe('ö')
    expect(accepted(parseAgentConfig(bytes.buffer)).config.name).toBe('ö')
    expect(accepted(parseAgentConfig(`\uFEFF${file({ name: 'ö' })}`)).config.name).toBe('ö')
  })
})
