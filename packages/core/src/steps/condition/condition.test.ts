import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { runStep } from '../../testing/runStep.ts'
import { conditionStep } from './condition.ts'

const branches = [
  { name: 'good', when: 'score >= 8' },
  { name: 'fair', when: 'score >= 5' },
]

describe('the way out', () => {
  test.each([
    [9, 'good'],
    [5, 'fair'],
    [1, 'else'],
  ])('for a score of %i is %s', async (score, way) => {
    const { exit, update } = await runStep(conditionStep, { branches }, { score })
    expect(exit).toBe(way)
    expect(update).toEqual({})
  })

  test.each([
    ['', 'else'],
    ['a word', 'yes'],
    [0, 'else'],
    [[], 'else'],
    [[0], 'yes'],
    [{}, 'else'],
    [false, 'else'],
  ])('takes %j as it is meant: %s', async (value, way) => {
    const { exit } = await runStep(conditionStep, { branches: [{ name: 'yes', when: 'value' }] }, { value })
    expect(exit).toBe(way)
  })

  test('without branches is always the other one', async () => {
    expect((await runStep(conditionStep, { branches: [] })).exit).toBe('else')
  })

  test('a rule that cannot be judged says where it stands', async () => {
    const run = runStep(conditionStep, { branches }, {}, { stepId: 'judge' })
    await expect(run).rejects.toMatchObject({
      code: 'expression.unknownVar',
      stepId: 'judge',
      path: 'config.branches[0].when',
    })
  })
})

describe('what the designer is told', () => {
  const { definition } = conditionStep
  const named = (...names: string[]) => ({ branches: names.map((name) => ({ name, when: 'true' })) })

  test('there is a port for each branch, and one for none', () => {
    expect(definition.ports?.({ branches }).outputs).toEqual([
      { id: 'good', label: 'good' },
      { id: 'fair', label: 'fair' },
      { id: 'else', label: 'Otherwise' },
    ])
  })

  test('names that are empty, taken or reserved make no port of their own', () => {
    expect(definition.ports?.(named('', 'a', 'a', 'else')).outputs.map(({ id }) => id)).toEqual(['a', 'else'])
  })

  test.each([
    [named(''), 'config.branches[0].name', 'Give this branch a name'],
    [named('a', 'a'), 'config.branches[1].name', "two of the name 'a'"],
    [named('else'), 'config.branches[0].name', "'else' is the name of another way out"],
    [named(' a'), 'config.branches[0].name', 'begins or ends with a space'],
  ])('%j has a problem at %s', (config, path, message) => {
    const found = definition.validate?.(config, { stepId: 'a', agent: createAgentConfig() })
    expect(found).toEqual([
      expect.objectContaining({ severity: 'error', path, message: expect.stringContaining(message) }),
    ])
  })

  test.each([
    [named('long'), 'Go to *long* or *otherwise*'],
    [named('a', 'b'), 'Go to *a*, *b* or *otherwise*'],
    [named(''), 'Go to *otherwise*'],
  ])('%j reads: %s', (config, summary) => {
    expect(definition.summarize(config)).toBe(summary)
  })
})
