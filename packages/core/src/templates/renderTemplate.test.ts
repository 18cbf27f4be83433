import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import { escapeTemplate } from './escapeTemplate.ts'
import { parseTemplate } from './parseTemplate.ts'
import { renderTemplate, type TemplatePlace } from './renderTemplate.ts'
import type { Scope } from './resolvePath.ts'

function faultOf(text: string, scope: Scope, place?: TemplatePlace): AgentError {
  try {
    renderTemplate(text, scope, place)
  } catch (fault) {
    if (AgentError.isInstance(fault)) return fault
  }
  throw new Error('expected an AgentError')
}

describe('values', () => {
  const scope = {
    name: 'Ada',
    age: 36,
    half: 0.5,
    yes: true,
    user: { name: 'Bo', tags: ['x', 'y'], none: null },
    list: [1, 'two', null],
    empty: '',
    zero: 0,
    no: false,
  }
  it.each([
    ['Hello {name}!', 'Hello Ada!'],
    ['{age} {half} {yes} {no} {zero}', '36 0.5 true false 0'],
    ['{user}', '{"name":"Bo","tags":["x","y"],"none":null}'],
    ['{user.name} {user.tags[1]} {user[name]} {user["name"]}', 'Bo y Bo Bo'],
    ['{list} {list[-2]}', '[1,"two",null] two'],
    ['[{empty}]', '[]'],
    ['{{name}} {{{name}}}', '{name} {Ada}'],
    ['no variables', 'no variables'],
    ['', ''],
  ])('renders %s', (text, expected) => {
    expect(renderTemplate(text, scope)).toBe(expected)
  })

  it('never reads a value as a template again', () => {
    expect(renderTemplate('{a}', { a: '{b} {{', b: 'secret' })).toBe('{b} {{')
  })
})

describe('a variable without a value', () => {
  it('is told in the words of petal, with the step, the template, the variable and what is available', () => {
    const fault = faultOf(
      'Hi {name}',
      { a: 1, messages: [] },
      { stepId: 'greet', nodeName: 'Greet', path: 'config.promptTemplate' },
    )
    expect(fault.message).toBe(
      "Prompt template 'Hi {name}' requires key 'name' but it's not available in the state. Available keys: ['a', 'messages']",
    )
    expect(fault).toMatchObject({
      code: 'template.missing',
      stepId: 'greet',
      path: 'config.promptTemplate',
      detail: { available: ['a', 'messages'], detail: { variable: 'name', nodeName: 'Greet', template: 'Hi {name}' } },
    })
  })

  it('names the kind of template', () => {
    expect(faultOf('{x}', {}, { kind: 'System prompt' }).message).toBe(
      "System prompt template '{x}' requires key 'x' but it's not available in the state. Available keys: []",
    )
  })

  it.each<[string, Scope, readonly string[]]>([
    ['{user.nam}', { user: { name: 'x', none: null } }, ['user.name']],
    ['{user.tags[5]}', { user: { tags: ['x'] } }, ['user.tags.0']],
    ['{user.name.first}', { user: { name: 'x' } }, ['user.name']],
    ['{name.first}', { name: 'x', other: null }, ['name']],
  ])('%s: lists what there is where the path got lost', (text, scope, available) => {
    expect(faultOf(text, scope).detail?.available).toEqual(available)
  })

  it.each<[string, Scope]>([
    ['{gone}', { gone: null }],
    ['{constructor}', {}],
    ['{__proto__}', { a: 1 }],
    ['{toString}', { a: 1 }],
    ['{list.length}', { list: [1] }],
    ['{text.length}', { text: 'abc' }],
    ['{text[0]}', { text: 'abc' }],
    ['{list[1]}', { list: [1] }],
    ['{list[-2]}', { list: [1] }],
    ['{n}', { n: Number.NaN }],
  ])('%s is missing: only own properties count', (text, scope) => {
    expect(faultOf(text, scope).code).toBe('template.missing')
  })

  it('is not shadowed by a property named __proto__', () => {
    const scope: Scope = JSON.parse('{"__proto__": {"admin": "yes"}}')
    expect(faultOf('{admin}', scope).code).toBe('template.missing')
    expect(renderTemplate('{__proto__.admin}', scope)).toBe('yes')
  })

  it('cuts a long template in its message', () => {
    expect(faultOf(`${'long '.repeat(10_000)}{x}`, {}).message.length).toBeLessThan(2200)
  })
})

it('refuses a template that cannot be read, before anything is rendered', () => {
  const fault = faultOf('{a} {}', { a: 1 }, { stepId: 's' })
  expect(fault).toMatchObject({ code: 'template.syntax', stepId: 's', detail: { detail: { start: 4, end: 6 } } })
})

describe('for any text and values', () => {
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.jsonValue(),
  )

  it('prints escaped text as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', 'a', '\\', '🙂') }),
        (text) => renderTemplate(escapeTemplate(text), {}) === text,
      ),
    )
  })

  it('replaces exactly the references', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 8 }), (pairs) => {
        const scope = Object.fromEntries(pairs.map(([, printed], index) => [`v${index}`, printed]))
        const text = pairs.map(([between], index) => `${escapeTemplate(between)}{v${index}}`).join('')
        expect(renderTemplate(text, scope)).toBe(pairs.flat().join(''))
        expect(parseTemplate(text).references.map(({ name }) => name)).toEqual(Object.keys(scope))
      }),
    )
  })

  it('prints no word that stands for nothing', () => {
    fc.assert(
      fc.property(value, (x) => {
        if (x === null) return
        const text = renderTemplate('{x}', { x })
        expect(text === 'undefined' || text === '[object Object]').toBe(x === 'undefined' || x === '[object Object]')
        if (typeof x !== 'string') expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(x)))
      }),
    )
  })
})
