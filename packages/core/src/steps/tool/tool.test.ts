import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { toolStep } from './tool.ts'

const { definition } = toolStep
const parse = (settings: Readonly<Record<string, Json>>) => definition.schema.parse(settings)

interface ToolCase {
  readonly settings: Readonly<Record<string, Json>>
  readonly summary: string
  readonly problems?: readonly string[]
  readonly tools?: readonly string[]
  readonly reads?: readonly string[]
  readonly writes?: readonly string[]
}

describe('the calls of a model', () => {
  test.each<ToolCase>([
    { settings: {}, summary: 'Run *tools*', problems: ['config.tools'], tools: [] },
    { settings: { tools: ['a', 'b'] }, summary: 'Run *a* or *b*', tools: ['a', 'b'] },
    {
      settings: { tools: ['a'], scratchpadKey: 'pad' },
      summary: 'Run *a*',
      tools: ['a'],
      reads: ['messages', 'pad'],
      writes: ['messages', 'pad'],
    },
  ])('$settings', ({ reads = ['messages'], writes = ['messages'], ...expected }) => {
    expect(describeSettings(expected.settings)).toEqual({ problems: [], ...expected, reads, writes })
  })
})

describe('one tool', () => {
  test.each<ToolCase>([
    { settings: {}, summary: 'Run *a tool*', problems: ['config.tool'], tools: [] },
    { settings: { tool: 'search' }, summary: 'Run *search*' },
    { settings: { tool: 'search', writes: 'found' }, summary: 'Run *search* into *found*', writes: ['found'] },
    {
      settings: { writes: 'found' },
      summary: 'Run *a tool* into *found*',
      problems: ['config.tool'],
      tools: [],
      writes: ['found'],
    },
    {
      settings: { tool: 'search', writes: 'messages' },
      summary: 'Run *search* into *messages*',
      problems: ['config.writes'],
      writes: ['messages'],
    },
  ])('$settings', ({ settings: own, ...expected }) => {
    const settings = { mode: 'fixed', ...own }
    expect(describeSettings(settings)).toEqual({
      ...{ settings, problems: [], tools: ['search'], reads: [], writes: [] },
      ...expected,
    })
  })
})

function describeSettings(settings: Readonly<Record<string, Json>>) {
  const config = parse(settings)
  const problems = definition.validate?.(config, { stepId: 's', agent: createAgentConfig() }) ?? []
  return {
    settings,
    summary: definition.summarize(config),
    problems: problems.map(({ path }) => path),
    tools: definition.tools?.(config),
    reads: definition.reads?.(config),
    writes: definition.writes?.(config),
  }
}
