import { expect, test } from 'vitest'
import type { CheckpointerConfig } from '../config/AgentConfig.ts'
import { createCheckpointer } from './createCheckpointer.ts'
import { createMemoryCheckpointer } from './createMemoryCheckpointer.ts'

const given = createMemoryCheckpointer()
const config = (type: CheckpointerConfig['type'], rest: Partial<CheckpointerConfig> = {}): CheckpointerConfig => ({
  type,
  config: null,
  enabled: true,
  ...rest,
})

test('an agent that asks for none has none, unless a program gives one', () => {
  expect(createCheckpointer(null)).toBeUndefined()
  expect(createCheckpointer(null, given)).toBe(given)
  expect(createCheckpointer(config('postgres', { enabled: false }))).toBeUndefined()
})

test('memory needs nothing', () => {
  expect(createCheckpointer(config('memory'))).toBeDefined()
  expect(createCheckpointer(config('memory'), given)).toBe(given)
})

test.each([
  ['postgres', 'Postgres checkpointer requires configuration (connection_string)'],
  ['sqlite', 'SQLite checkpointer requires configuration (db_file)'],
] as const)('%s says what it lacks', (type, message) => {
  expect(() => createCheckpointer(config(type), given)).toThrow(message)
  const complete = config(type, { config: { db_file: 'x', connection_string: 'y' } })
  expect(() => createCheckpointer(complete)).toThrow(/services\.checkpointer/)
  expect(createCheckpointer(complete, given)).toBe(given)
})
