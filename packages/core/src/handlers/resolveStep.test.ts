import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { StepRegistry } from '../registry/StepRegistry.ts'
import { defineStep } from '../step/defineStep.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'
import { builtinSteps } from '../steps/builtinSteps.ts'
import { createHandlerChain } from './createHandlerChain.ts'
import { stampVersion } from './migrateSettings.ts'
import type { ResolvedStep } from './ResolvedStep.ts'

const chain = createHandlerChain(createDefaultRegistry())

function resolve(type: string, config: Readonly<Record<string, unknown>>): ResolvedStep {
  const resolved = chain.resolve(type, config)
  if (resolved === undefined) throw new Error(`${type} is not known`)
  return resolved
}

function resolveWith(definition: Partial<StepDefinition>, config: Readonly<Record<string, unknown>>): ResolvedStep {
  const step = defineStep({
    name: 'tried',
    version: 1,
    title: 'Tried',
    description: '',
    category: 'other',
    icon: 'flask',
    schema: z.object({}),
    summarize: () => 'Tried',
    run: () => undefined,
    ...definition,
  })
  const registry = new StepRegistry()
  registry.register('tried', step.getStrategy())
  const resolved = createHandlerChain(registry).resolve('tried', config)
  if (resolved === undefined) throw new Error('tried is not known')
  return resolved
}

describe('defaults', () => {
  test('are filled in', () => {
    expect(resolve('llm', { promptTemplate: 'Hi' }).config).toEqual({
      systemPrompt: '',
      promptTemplate: 'Hi',
      writes: '',
      tools: [],
      useHistory: true,
    })
  })

  test('stand in for what cannot be used, and the rest of the step stays as it is', () => {
    const { config, ports, problems } = resolve('router', {
      prompt: 42,
      routes: [{ name: 'refund' }, { name: 7, description: 'odd' }, 'other', { name: 'sales' }],
    })
    expect(config).toMatchObject({ prompt: '', routes: [{ name: 'refund' }, { name: '' }, { name: 'sales' }] })
    expect(ports.outputs.map(({ id }) => id)).toEqual(['refund', 'sales'])
    expect(problems.map(({ path }) => path)).toEqual(['config.prompt', 'config.routes[1].name', 'config.routes[2]'])
  })

  test('stand for all settings when a list is none', () => {
    expect(resolve('set', { values: 'none' })).toMatchObject({ config: { values: [] }, writes: [] })
  })

  test('settings that are required and missing are told, and given back as they are', () => {
    const { config, problems } = resolveWith({ schema: z.object({ url: z.url() }) }, { extra: 1 })
    expect(config).toEqual({ extra: 1 })
    expect(problems).toMatchObject([
      { path: 'config.url', message: 'Url is missing: give text.' },
      { code: 'step.unknownKey', path: 'config.extra' },
    ])
  })
})

describe('what is wrong is said in plain words', () => {
  const schema = z.object({
    prompt: z.string().min(1).max(5).default('x').meta({ title: 'Prompt' }),
    count: z.int().min(1).max(9).default(1),
    share: z.number().gt(0).lt(1).default(0.5),
    even: z.number().multipleOf(2).default(2),
    onOff: z.boolean().default(true),
    kind: z.enum(['text', 'list']).default('text'),
    url: z.url().default('https://example.org'),
    code: z
      .string()
      .regex(/^[a-z]+$/, 'Use small letters only.')
      .default('a'),
    list: z.array(z.string()).min(1).max(2).default(['a']).meta({ title: 'Lines' }),
    many: z.array(z.string()).min(2).default(['a', 'b']),
    rows: z
      .array(z.object({ name: z.string().default('').meta({ title: 'Name' }) }))
      .default([])
      .meta({ title: 'Rows' }),
    headers: z.record(z.string(), z.string()).default({}),
    inner: z.strictObject({ a: z.string().default('') }).default({ a: '' }),
    either: z.union([z.string(), z.number()]).default(''),
    maybe: z.string().nullable().default(null),
    short: z.string().min(3).default('abc'),
  })

  test.each([
    [{ prompt: 42 }, 'config.prompt', 'Prompt must be text, not a number.'],
    [{ prompt: null }, 'config.prompt', 'Prompt must be text, not null.'],
    [{ prompt: '' }, 'config.prompt', 'Prompt must not be empty.'],
    [{ prompt: 'too long' }, 'config.prompt', 'Prompt must have at most 5 characters.'],
    [{ short: 'a' }, 'config.short', 'Short must have at least 3 characters.'],
    [{ count: 1.5 }, 'config.count', 'Count must be a whole number.'],
    [{ count: 'many' }, 'config.count', 'Count must be a number, not text.'],
    [{ count: 0 }, 'config.count', 'Count must be at least 1.'],
    [{ count: 10 }, 'config.count', 'Count must be at most 9.'],
    [{ share: 0 }, 'config.share', 'Share must be more than 0.'],
    [{ share: 1 }, 'config.share', 'Share must be less than 1.'],
    [{ even: 3 }, 'config.even', 'Even must be a multiple of 2.'],
    [{ onOff: 'yes' }, 'config.onOff', 'On off must be true or false, not text.'],
    [{ kind: 'table' }, 'config.kind', 'Kind must be one of: text, list.'],
    [{ url: 'nowhere' }, 'config.url', 'Url must be an address such as https://example.org.'],
    [{ code: 'A' }, 'config.code', 'Use small letters only.'],
    [{ list: {} }, 'config.list', 'Lines must be a list, not an object.'],
    [{ list: [] }, 'config.list', 'Lines needs at least one entry.'],
    [{ list: ['a', 'b', 'c'] }, 'config.list', 'Lines can have at most 2 entries.'],
    [{ many: [] }, 'config.many', 'Many needs at least 2 entries.'],
    [{ list: ['a', 1] }, 'config.list[1]', 'Entry 2 of Lines must be text, not a number.'],
    [
      { rows: [{ name: 'a' }, { name: [] }] },
      'config.rows[1].name',
      'Name in Entry 2 of Rows must be text, not a list.',
    ],
    [{ headers: { accept: 1 } }, 'config.headers.accept', 'Accept in Headers must be text, not a number.'],
    [{ inner: { b: 1 } }, 'config.inner', "Inner cannot have 'b'."],
    [{ either: true }, 'config.either', 'Either has none of the shapes it may have.'],
    [{ maybe: 5 }, 'config.maybe', 'Maybe must be text, not a number.'],
  ])('%j', (config, path, message) => {
    const [first] = resolveWith({ schema }, config).problems
    expect(first).toEqual({ code: 'step.config', severity: 'error', path, message })
  })
})

describe('unknown keys', () => {
  test.each([
    ['promptTemplat', 'Did you mean promptTemplate?'],
    ['prompt_template', 'Did you mean promptTemplate?'],
    ['SystemPrompt', 'Did you mean systemPrompt?'],
    ['topology', 'It knows: systemPrompt, promptTemplate, writes, llmConfig, tools, useHistory, structuredOutput.'],
  ])('%s is a warning, and is kept', (key, hint) => {
    const { problems, config } = resolve('llm', { [key]: 'value' })
    expect(config).toHaveProperty(key, 'value')
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'step.unknownKey',
        severity: 'warning',
        path: `config.${key}`,
        message: expect.stringContaining(hint),
        fix: { label: `Remove ${key}`, change: { path: `config.${key}` } },
      }),
    ])
  })

  test('are found inside lists and groups too', () => {
    const { problems } = resolve('router', {
      routes: [{ name: 'a' }, { name: 'b', when: 'never' }],
      llmConfig: { apiKey: 'secret' },
    })
    expect(problems.map(({ path }) => path)).toEqual(['config.routes[1].when', 'config.llmConfig.apiKey'])
  })

  test('do not exist where a schema takes any key', () => {
    const schema = z.looseObject({ any: z.record(z.string(), z.json()).default({}) })
    expect(resolveWith({ schema }, { other: 1, any: { deep: { er: 1 } } }).problems).toEqual([])
  })
})

describe('versions', () => {
  const definition: Partial<StepDefinition> = {
    version: 3,
    schema: z.object({ prompt: z.string().default('') }),
    migrate: (config, from) => {
      if (from === 1) return { text: config.question ?? '' }
      return { prompt: config.text ?? '' }
    },
  }

  test.each([
    ['1, which is not written', { question: 'Why?' }],
    ['2', { $version: 2, text: 'Why?' }],
    ['3', { $version: 3, prompt: 'Why?' }],
  ])('settings of version %s arrive at the present one', (_version, config) => {
    expect(resolveWith(definition, config)).toMatchObject({ config: { prompt: 'Why?' }, problems: [] })
  })

  test('what arrived is not migrated once more', () => {
    const once = resolveWith(definition, { question: 'Why?' })
    expect(resolveWith(definition, once.config).config).toEqual(once.config)
  })

  test.each([
    [{ $version: 4 }, 'These settings were made by version 4 of Tried; this is version 3.'],
    [{ $version: 0 }, '$version must be a whole number from 1.'],
    [{ $version: 'two' }, '$version must be a whole number from 1.'],
  ])('%j is refused', (config, message) => {
    expect(resolveWith(definition, config).problems).toMatchObject([
      { code: 'step.version', severity: 'error', message: expect.stringContaining(message) },
    ])
  })

  test('a migration that fails is a problem, not a crash', () => {
    const migrate = () => {
      throw new Error('no text')
    }
    const [problem] = resolveWith({ ...definition, migrate }, {}).problems
    expect(problem).toMatchObject({
      code: 'step.version',
      message: expect.stringMatching(/version 1 of Tried.*no text/),
    })
  })

  test('a type without a migration keeps the settings as they are', () => {
    const { migrate: _migrate, ...rest } = definition
    expect(resolveWith(rest, { prompt: 'Why?' }).config).toEqual({ $version: 3, prompt: 'Why?' })
  })

  test('new settings are marked above version 1 only', () => {
    const at = (version: number): StepDefinition => ({ ...resolveWith({}, {}).definition, version })
    expect(stampVersion(at(1), { a: 1 })).toEqual({ a: 1 })
    expect(stampVersion(at(2), { a: 1 })).toEqual({ $version: 2, a: 1 })
  })
})

describe('a plugin that fails', () => {
  test.each(['ports', 'reads', 'writes', 'texts', 'model'] as const)(
    'in %s costs a problem, not the editor',
    (part) => {
      const fail = () => {
        throw new Error('not today')
      }
      const { problems, ports } = resolveWith({ [part]: fail }, {})
      expect(ports.outputs).toHaveLength(1)
      expect(problems).toMatchObject([
        { code: 'step.config', message: expect.stringMatching(new RegExp(`'tried'.*${part}.*not today`)) },
      ])
    },
  )
})

test('what a type does not say about its writes is anything', () => {
  expect(resolveWith({}, {})).toMatchObject({ writes: [], writesAny: true })
  expect(resolveWith({ writes: () => ['a'] }, {})).toMatchObject({ writes: ['a'], writesAny: false })
})

test.each(builtinSteps.map((step) => step.getName()))(
  '%s: no JSON makes it throw, and what comes out is stable',
  (type) => {
    const known = Object.keys(resolve(type, {}).config)
    const settings = fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), fc.jsonValue()),
      fc.record(Object.fromEntries(known.map((key) => [key, fc.jsonValue()])), { requiredKeys: [] }),
    )
    fc.assert(
      fc.property(settings, (config) => {
        const once = resolve(type, config)
        const twice = resolve(type, once.config)
        expect(twice.config).toEqual(once.config)
        expect(twice.problems.filter(({ code }) => code === 'step.version')).toEqual([])
      }),
      { numRuns: 200 },
    )
  },
)
