import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { parseConfig } from './parseConfig.ts'

const schema = z.object({
  prompt: z.string().min(1).max(5).meta({ title: 'Prompt' }),
  routes: z
    .array(z.object({ name: z.string().min(2).meta({ title: 'Name' }) }))
    .min(1)
    .max(2)
    .meta({ title: 'Routes' }),
  count: z.int().min(1).max(3).multipleOf(1).default(1).meta({ title: 'Count' }),
  share: z.number().gt(0).lt(1).multipleOf(0.25).default(0.5).meta({ title: 'Share' }),
  kind: z.enum(['a', 'b']).default('a').meta({ title: 'Kind' }),
  when: z.date().optional().meta({ title: 'When' }),
  address: z.url().optional().meta({ title: 'Address' }),
  token: z.jwt({ error: 'No token.' }).optional(),
  code: z.ipv4().optional().meta({ title: 'Code' }),
  either: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({ title: 'Either' }),
  strict: z.strictObject({}).optional().meta({ title: 'Strict' }),
})
const good = { prompt: 'Hi', routes: [{ name: 'one' }] }

function explain(settings: unknown): { readonly message: string; readonly path: string | undefined } {
  try {
    parseConfig(schema, settings, 'Ask')
  } catch (thrown) {
    const { message, path } = Object(thrown)
    return { message, path }
  }
  throw new Error('nothing was wrong')
}

test('settings that are good get their defaults, and are not looked at again', () => {
  const config = parseConfig(schema, good, 'Ask')
  expect(config).toEqual({ ...good, count: 1, share: 0.5, kind: 'a' })
  expect(parseConfig(schema, config, 'Ask')).toBe(config)
})

describe('what is wrong is said in plain words', () => {
  test.each<[object, string, string]>([
    [{ prompt: 3 }, 'Prompt must be text, not a number.', 'config.prompt'],
    [{ prompt: undefined }, 'Prompt is missing: give text.', 'config.prompt'],
    [{ prompt: null }, 'Prompt must be text, not null.', 'config.prompt'],
    [{ prompt: () => 'x' }, 'Prompt must be text, not a function.', 'config.prompt'],
    [{ prompt: '' }, 'Prompt must not be empty.', 'config.prompt'],
    [{ prompt: 'too long' }, 'Prompt must have at most 5 characters.', 'config.prompt'],
    [{ routes: 'x' }, 'Routes must be a list, not text.', 'config.routes'],
    [{ routes: [] }, 'Routes needs at least one entry.', 'config.routes'],
    [{ routes: [{}] }, 'Name in Entry 1 of Routes is missing: give text.', 'config.routes[0].name'],
    [{ prompt: ['x'] }, 'Prompt must be text, not a list.', 'config.prompt'],
    [{ routes: Array(3).fill({ name: 'one' }) }, 'Routes can have at most 2 entries.', 'config.routes'],
    [
      { routes: [{ name: 'x' }] },
      'Name in Entry 1 of Routes must have at least 2 characters.',
      'config.routes[0].name',
    ],
    [{ count: 1.5 }, 'Count must be a whole number.', 'config.count'],
    [{ count: 'one' }, 'Count must be a number, not text.', 'config.count'],
    [{ count: 0 }, 'Count must be at least 1.', 'config.count'],
    [{ count: 4 }, 'Count must be at most 3.', 'config.count'],
    [{ share: 0 }, 'Share must be more than 0.', 'config.share'],
    [{ share: 1 }, 'Share must be less than 1.', 'config.share'],
    [{ share: 0.3 }, 'Share must be a multiple of 0.25.', 'config.share'],
    [{ kind: 'c' }, 'Kind must be one of: a, b.', 'config.kind'],
    [{ when: 'now' }, 'When must be date, not text.', 'config.when'],
    [{ address: 'here' }, 'Address must be an address such as https://example.org.', 'config.address'],
    [{ token: 'x' }, 'No token.', 'config.token'],
    [{ either: 3 }, 'Either has none of the shapes it may have.', 'config.either'],
    [{ strict: { b: 1 } }, "Strict cannot have 'b'.", 'config.strict'],
  ])('%j', (settings, message, path) => {
    const found = explain({ ...good, ...settings })
    expect(found.message).toContain(`Ask: ${message}`)
    expect(found.path).toBe(path)
  })

  test('a format without a name of ours is told as the schema tells it', () => {
    expect(explain({ ...good, code: 'x' })).toMatchObject({ message: 'Ask: Invalid IPv4 address', path: 'config.code' })
  })

  test('settings that are none at all', () => {
    expect(explain('text')).toEqual({ message: 'Ask: The settings must be an object, not text.', path: 'config' })
    expect(() => parseConfig(z.array(z.string()), [1], 'Ask')).toThrow('Ask: Entry 1 must be text, not a number.')
  })
})
