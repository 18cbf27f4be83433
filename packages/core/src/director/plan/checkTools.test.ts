import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { AgentConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import { defineStep } from '../../step/defineStep.ts'
import { planAgent } from '../planAgent.ts'

const registry = createDefaultRegistry()
const parameters = { type: 'object', properties: { city: { type: 'string' } } }
const code = { kind: 'code', name: 'search', code: 'return 1', parameters }
const http = { kind: 'http', name: 'search', url: 'https://example.org/?q={city}', parameters }

function agentWith(tools: AgentConfig['tools'], used: readonly string[] = ['search'], more: Partial<AgentConfig> = {}) {
  return {
    ...createAgentConfig({ name: 'State', fields: { question: { type: 'string', input: true } } }),
    tools: tools ?? [],
    steps: [{ id: 'work', strategyType: 'react', config: { promptTemplate: '{question}', tools: used } }],
    ...more,
  }
}

const problemsOf = (config: AgentConfig, functions = {}) => planAgent(config, registry, { functions }).problems

test.each<[string, Readonly<Record<string, Json>>]>([
  ['code', code],
  ['http', http],
  ['mcp', { kind: 'mcp', name: 'search', url: 'http://localhost:3001/mcp' }],
])('a good tool of the kind %s has no problem', (_kind, tool) => {
  expect(problemsOf(agentWith([tool]))).toEqual([])
})

describe('a tool that cannot be used', () => {
  test.each<[string, Readonly<Record<string, Json>>, string, string]>([
    ['no kind', { name: 'search' }, 'tool.config kind', 'It has no kind: choose code, http, mcp, agent.'],
    ['a wrong kind', { ...code, kind: 'cod' }, 'tool.config kind', 'There is no kind of tool called "cod"'],
    ['a wrong name', { ...code, name: 'my tool' }, 'tool.config name', 'The name of a tool has 1 to 64 letters'],
    ['no code', { ...code, code: ' ' }, 'tool.config code', 'This tool does nothing yet'],
    ['no address', { ...http, url: '' }, 'tool.config url', 'Give the address that is asked.'],
    ['a host that varies', { ...http, url: 'https://{city}.org' }, 'tool.config url', 'Begin the address with'],
    ['a secret in the address', { ...http, url: 'https://a:b@c.org' }, 'tool.config url', 'Begin the address with'],
    ['no argument of that name', { ...http, url: 'https://a.org/{cit}' }, 'template.unknownVar url', '{cit}'],
    ['a body with such', { ...http, method: 'POST', body: { a: ['{x}'] } }, 'template.unknownVar body.a[0]', '{x}'],
    [
      'arguments of no object',
      { ...code, parameters: { type: 'array' } },
      'tool.config parameters',
      'must be an object',
    ],
    [
      'a text that cannot be read',
      { ...http, method: 'POST', body: { a: 'As JSON: {"b": 1}' } },
      'template.syntax body.a',
      'JSON',
    ],
    ['a broken rule', { ...code, approval: 'city >' }, 'expression.syntax approval', ''],
    ['no rule', { ...code, approval: '' }, 'expression.syntax approval', 'Write the rule'],
    ['a rule over nothing', { ...code, approval: 'town == 1' }, 'expression.unknownVar approval', 'no argument town'],
    ['no server', { kind: 'mcp', name: 'search', url: 'example' }, 'tool.config url', '"example" is not an address'],
    ['no agent', { kind: 'agent', name: 'search', agent: 'me' }, 'agent.unknown agent', 'There is no agent "me"'],
    ['a setting of another type', { ...code, code: 3 }, 'tool.config code', 'Code must be text'],
  ])('%s', (_name, tool, place, words) => {
    const name = String(tool.name)
    const [problem] = problemsOf(
      agentWith([code, { ...tool, name: name === 'search' ? 'other' : name }], ['search', 'other', name].slice(0, 2)),
    ).filter(({ path: at }) => at?.startsWith('tools[1]'))
    expect(`${problem?.code} ${problem?.path}`).toBe(place.replace(' ', ' tools[1].'))
    expect(problem?.message).toContain(words)
  })

  test('stops the run only when a step uses it', () => {
    const broken = { ...code, code: '' }
    expect(problemsOf(agentWith([broken]))).toMatchObject([{ severity: 'error' }])
    expect(problemsOf(agentWith([code, { ...broken, name: 'unused' }]))).toMatchObject([{ severity: 'warning' }])
  })

  test('leaves what is only a warning one, used or not', () => {
    const doubtful = { ...code, parameters: { type: 'object', required: ['city'] } }
    const warning = { path: 'tools[0].parameters', severity: 'warning', message: expect.stringContaining('city') }
    expect(problemsOf(agentWith([doubtful]))).toMatchObject([warning])
    expect(problemsOf(agentWith([doubtful, { ...code, name: 'other' }], ['other']))).toMatchObject([warning])
  })

  test('stops the run when a step may use any tool', () => {
    const anyTool = defineStep({
      ...{ name: 'any-tool', version: 1, title: 'Any', description: '', category: 'other', icon: 'hammer' },
      schema: z.object({}),
      tools: () => undefined,
      summarize: () => 'Any',
      run: () => undefined,
    })
    const own = createDefaultRegistry()
    own.register('any-tool', anyTool.getStrategy())
    const steps = [{ id: 'work', strategyType: 'any-tool', config: {} }]
    expect(planAgent(agentWith([{ ...code, code: '' }], [], { steps }), own).problems).toMatchObject([
      { path: 'tools[0].code', severity: 'error' },
    ])
  })

  test('is fine when its work is given in code', () => {
    expect(problemsOf(agentWith([{ ...code, code: '' }]), { search: () => 1 })).toEqual([])
  })

  test('offers a way out', () => {
    const [kind] = problemsOf(agentWith([{ ...code, kind: 'coed' }]))
    expect(kind?.fix).toEqual({ label: 'Make it code', change: { path: 'tools[0].kind', value: 'code' } })
    const [braces] = problemsOf(agentWith([{ ...http, method: 'POST', body: { a: '{"b": 1}' } }]))
    expect(braces?.fix?.change).toEqual({ path: 'tools[0].body.a', value: '{{"b": 1}}' })
    const [argument] = problemsOf(agentWith([{ ...http, url: 'https://a.org/{cty}/{city}' }]))
    expect(argument?.fix?.change).toEqual({ path: 'tools[0].url', value: 'https://a.org/{city}/{city}' })
  })
})

test('two tools of one name', () => {
  expect(problemsOf(agentWith([code, code]))).toMatchObject([
    { code: 'tool.config', path: 'tools[1].name', fix: { change: { path: 'tools[1].name', value: 'search_2' } } },
  ])
})

test('a further tool of the same name is offered one that is free, too', () => {
  const third = problemsOf(agentWith([code, { ...code, name: 'search_2' }, code]))
  expect(third).toMatchObject([{ path: 'tools[2].name', fix: { change: { value: 'search_3' } } }])
})

test('a tool that takes any argument may use any', () => {
  const open = { type: 'object', additionalProperties: { type: 'string' } }
  expect(problemsOf(agentWith([{ ...code, parameters: open, approval: 'town == "Rome"' }]))).toEqual([])
})

test('a name is told by the setting that is the name, or else as one of the tools', () => {
  const stepOf = (config: Readonly<Record<string, Json>>) => [{ id: 'work', strategyType: 'tool', config }]
  const fixed = stepOf({ mode: 'fixed', tool: 'serch', args: {}, writes: 'question' })
  expect(problemsOf(agentWith([code, { ...code, name: 3 }], [], { steps: fixed }))).toContainEqual(
    expect.objectContaining({
      code: 'tool.unknown',
      path: 'config.tool',
      // What has no name is none that could be meant.
      cause: { available: ['search'] },
      fix: { label: 'Make it search', change: { stepId: 'work', path: 'config.tool', value: 'search' } },
    }),
  )
})

test('an agent that is called has to have the fields that are named', () => {
  const agents = { poet: createAgentConfig({ name: 'Poet', fields: { topic: { type: 'string', input: true } } }) }
  const tool = { kind: 'agent', name: 'search', agent: 'poet', output: 'topics', parameters }
  const found = problemsOf(agentWith([tool], ['search'], { agents })).filter(({ agentId }) => agentId === undefined)
  expect(found).toMatchObject([
    { path: 'tools[0].output', fix: { change: { value: 'topic' } } },
    { path: 'tools[0].parameters', message: expect.stringContaining('no field city') },
  ])
})

test('a name that no tool has is told where it stands, with the closest', () => {
  expect(problemsOf(agentWith([code], ['search', 'serch']))).toMatchObject([
    {
      code: 'tool.unknown',
      severity: 'error',
      stepId: 'work',
      path: 'config.tools[1]',
      cause: { available: ['search'] },
      fix: { label: 'Make it search', change: { stepId: 'work', path: 'config.tools[1]', value: 'search' } },
    },
  ])
  expect(problemsOf(agentWith([], ['xyz']))).toMatchObject([{ fix: { label: 'Remove xyz' } }])
})

test('a react step without a tool is told so, with all there are as the way out', () => {
  expect(problemsOf(agentWith([code], []))).toMatchObject([
    {
      message: expect.stringContaining('React steps require at least one tool'),
      fix: { change: { value: ['search'] } },
    },
  ])
})

test('the same tool is judged anew when the agents it may call are others', () => {
  const tools = [{ kind: 'agent', name: 'search', agent: 'poet' }]
  const agents = { poet: createAgentConfig({ name: 'Poet', fields: {} }) }
  const codes = (config: AgentConfig) => problemsOf(config).map((problem) => problem.code)
  expect(codes(agentWith(tools))).toContain('agent.unknown')
  expect(codes(agentWith(tools, ['search'], { agents }))).not.toContain('agent.unknown')
})
