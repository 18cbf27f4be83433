import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryJson } from '../../test/arbitraryAgentConfig.ts'
import { refused, stateType } from '../../test/readAgent.ts'
import { AgentError } from '../errors/AgentError.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'

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
