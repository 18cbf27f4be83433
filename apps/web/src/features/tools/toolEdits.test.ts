import { createAgentConfig, createDefaultRegistry, type StepConfig, type ToolEntry } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import {
  addTools,
  duplicateTool,
  freeToolName,
  removeTool,
  renameTool,
  setToolValue,
  toolNameFault,
} from './toolEdits.ts'

const empty = createAgentConfig()
const search: ToolEntry = { kind: 'code', name: 'search', code: 'return 1' }
const send: ToolEntry = { kind: 'code', name: 'send', code: 'return 2' }
const names = ({ tools = [] }: { readonly tools?: readonly ToolEntry[] }) => tools.map(({ name }) => name)

test('tools join the list under free names that providers take', () => {
  const agent = addTools(empty, [search, search, { ...search, name: 'a.b/c d' }])
  expect(names(agent)).toEqual(['search', 'search_2', 'a_b_c_d'])
  expect(freeToolName('***', [])).toBe('tool')
})

test('a copy stands after its original; the last tool takes the list with it', () => {
  const agent = addTools(empty, [search, send])
  expect(names(duplicateTool(agent, 0))).toEqual(['search', 'search_2', 'send'])
  expect(names(removeTool(agent, 0))).toEqual(['send'])
  expect(removeTool(removeTool(agent, 0), 0)).not.toHaveProperty('tools')
})

test('one setting of one tool changes, at any depth', () => {
  const agent = addTools(empty, [search, send])
  const changed = setToolValue(agent, 1, 'parameters.properties.n', { type: 'number' })
  expect(changed.tools?.[1]).toEqual({ ...send, parameters: { properties: { n: { type: 'number' } } } })
  expect(changed.tools?.[0]).toBe(agent.tools?.[0])
  expect(setToolValue(changed, 1, 'parameters', undefined).tools?.[1]).toEqual(send)
  expect(setToolValue(agent, 7, 'code', 'x')).toBe(agent)
})

test('steps that use a tool follow its new name; what only looks like it stays', () => {
  const steps: readonly StepConfig[] = [
    { id: 'a', strategyType: 'react', config: { tools: ['send', 'search'], promptTemplate: 'search' } },
    { id: 'b', strategyType: 'output', config: { field: 'search' } },
    {
      id: 'c',
      strategyType: 'map',
      config: { over: 'search', step: { strategyType: 'tool', config: { mode: 'fixed', tool: 'search' } } },
    },
    { id: 'd', strategyType: 'not-known', config: { tool: 'search' } },
  ]
  const agent = { ...addTools(empty, [search, send]), steps }
  const renamed = renameTool(agent, 0, 'find', createDefaultRegistry())
  expect(names(renamed)).toEqual(['find', 'send'])
  expect(renamed.steps[0]?.config).toEqual({ tools: ['send', 'find'], promptTemplate: 'search' })
  expect(renamed.steps[1]).toBe(steps[1])
  expect(renamed.steps[2]?.config).toEqual({
    over: 'search',
    step: { strategyType: 'tool', config: { mode: 'fixed', tool: 'find' } },
  })
  expect(renamed.steps[3]).toBe(steps[3])
})

describe('a name', () => {
  test.each([
    ['', 'Give the tool a name'],
    ['two words', '1 to 64 letters'],
    ['search', 'There is a tool called search already.'],
  ])('%j is refused', (name, words) => {
    expect(toolNameFault(name, [search])).toContain(words)
  })

  test('that is free is taken', () => {
    expect(toolNameFault('find-2', [search])).toBeUndefined()
  })
})
