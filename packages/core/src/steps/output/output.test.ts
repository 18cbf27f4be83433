import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { runStep } from '../../testing/runStep.ts'
import { outputStep } from './output.ts'

const state = { name: 'Ada', facts: { age: 36 } }

describe('what is given back', () => {
  test.each([
    ['a text', { template: 'Dear {name}' }, { output: 'Dear Ada' }],
    ['a field as it is', { format: 'field', field: 'facts' }, { output: { age: 36 } }],
    ['under another name', { format: 'field', field: 'name', writes: 'result' }, { result: 'Ada' }],
  ])('%s', async (_what, config, update) => {
    expect((await runStep(outputStep, config, state)).update).toEqual(update)
  })

  test.each(['nope', 'constructor'])('a field without a value is a fault: %s', async (field) => {
    await expect(runStep(outputStep, { format: 'field', field }, state)).rejects.toMatchObject({
      code: 'template.missing',
      message: `The field '${field}' has no value to give back. Fields with a value: name, facts.`,
    })
  })

  test('a missing variable is a fault', async () => {
    await expect(runStep(outputStep, { template: '{nope}' })).rejects.toMatchObject({
      code: 'template.missing',
      path: 'config.template',
    })
  })
})

describe('what the designer is told', () => {
  const { definition } = outputStep
  const parse = (config: object) => definition.schema.parse(config)

  test('it reads the field, or what its text names', () => {
    expect(definition.reads?.(parse({ format: 'field', field: 'name', template: '{x}' }))).toEqual(['name'])
    expect(definition.texts?.(parse({ format: 'field', field: 'name', template: '{x}' }))).toEqual([])
    expect(definition.reads?.(parse({ template: '{x}' }))).toEqual([])
    expect(definition.texts?.(parse({ template: '{x}' }))).toMatchObject([{ path: 'config.template', text: '{x}' }])
  })

  test('it writes the name under which it is given back', () => {
    expect(definition.writes?.(parse({}))).toEqual(['output'])
    expect(definition.writes?.(parse({ writes: '' }))).toEqual([])
  })

  test.each([
    [{ format: 'field' }, 'error', 'config.field'],
    [{}, 'warning', 'config.template'],
    [{ template: 'x', writes: '' }, 'error', 'config.writes'],
    [{ template: 'x', writes: 'messages' }, 'error', 'config.writes'],
  ])('%j has a problem: %s at %s', (config, severity, path) => {
    const found = definition.validate?.(parse(config), { stepId: 'a', agent: createAgentConfig() })
    expect(found).toEqual([expect.objectContaining({ code: 'step.config', severity, path })])
  })

  test.each([
    [{}, 'Give back *output*'],
    [{ template: 'Dear {name}' }, 'Give back *output*: Dear {name}'],
    [{ format: 'field' }, 'Give back *output*'],
    [{ format: 'field', field: 'name', writes: 'result' }, 'Give back *name* as *result*'],
    [{ writes: '' }, 'Give back *output*'],
  ])('%j reads: %s', (config, summary) => {
    expect(definition.summarize(parse(config))).toBe(summary)
  })
})
