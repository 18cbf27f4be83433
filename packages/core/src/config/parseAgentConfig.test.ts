import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig } from '../../test/arbitraryAgentConfig.ts'
import { accepted, agentFile, stateType } from '../../test/readAgent.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'

describe('defaults', () => {
  test('are those of the format', () => {
    const { config, problems } = accepted(parseAgentConfig(agentFile({ steps: [{ id: 'a', strategyType: ' llm ' }] })))
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
      parseAgentConfig(agentFile({ llmConfig, memory: { memoryType: 'buffer' }, checkpointer: {} })),
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

  test("a model's settings among those of petal's step become its llmConfig", () => {
    const { config, problems } = accepted(
      parseAgentConfig({
        state_type: 'ChatState',
        steps: [
          { strategy_type: 'llm', config: { prompt_template: 'a', provider: 'openai', model: 'm', max_tokens: '20' } },
          { strategy_type: 'llm', config: { model: 'm', llm_config: { model: 'n' } } },
          { strategy_type: 'tool', config: { max_tokens: 5 } },
        ],
      }),
    )
    expect(config.steps.map((step) => step.config)).toEqual([
      { promptTemplate: 'a', llmConfig: { provider: 'openai', model: 'm', maxTokens: 20 } },
      { model: 'm', llmConfig: { model: 'n' } },
      { max_tokens: 5 },
    ])
    expect(problems).toContainEqual(expect.objectContaining({ path: 'steps[0].config.provider', severity: 'info' }))
  })

  test('settings of a step that is written our way are never renamed: plugins own their names', () => {
    const steps = [{ id: 'a', strategyType: 'theirs', config: { system_prompt: 'x' } }]
    const { config, problems } = accepted(parseAgentConfig(agentFile({ steps })))
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
        agentFile({
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
    const { problems } = accepted(parseAgentConfig(agentFile({ llmConfig })))
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
    const { config, problems } = accepted(parseAgentConfig(agentFile({ steps, edges })))
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
    const { config, problems } = accepted(parseAgentConfig(agentFile({ steps })))
    expect(config.steps.map(({ id }) => id)).toEqual(['llm', 'llm-2', 'llm-3', 'uberprufen-sagen', 'step', 'step-2'])
    expect(problems).toHaveLength(5)
  })

  test('null says nothing where a key may be left out', () => {
    const steps = [{ id: 'a', strategyType: 'llm', nodeName: null, timeout: null }]
    const { config, problems } = accepted(
      parseAgentConfig(agentFile({ steps, edges: null, description: null, tools: null })),
    )
    expect(config.steps).toEqual([{ id: 'a', strategyType: 'llm', config: {} }])
    expect(config).not.toHaveProperty('edges')
    expect(problems).toEqual([])
  })

  test('a byte order mark does not matter', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${agentFile({ name: 'ö' })}`)
    expect(accepted(parseAgentConfig(bytes)).config.name).toBe('ö')
    expect(accepted(parseAgentConfig(bytes.buffer)).config.name).toBe('ö')
    expect(accepted(parseAgentConfig(`\uFEFF${agentFile({ name: 'ö' })}`)).config.name).toBe('ö')
  })
})
