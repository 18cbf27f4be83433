import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { agentConfigSchema } from '../config/agentConfigSchema.ts'
import { describeFields } from './describeFields.ts'
import { titlesOnPath } from './titlesOnPath.ts'

const fields = describeFields(
  z.object({
    prompt: z.string().meta({ title: 'Prompt', widget: 'prompt' }),
    routes: z.array(z.object({ name: z.string().meta({ title: 'Name' }) })).meta({ title: 'Routes' }),
    tags: z.array(z.string()).meta({ title: 'Tags' }),
    headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
    place: z.object({ city: z.string().meta({ title: 'City' }) }).meta({ title: 'Place' }),
    model: z.record(z.string(), z.any()).meta({ title: 'Model', widget: 'model' }),
    extra: z.any().meta({ title: 'Extra', widget: 'json' }),
  }),
)

describe('the titles on a path', () => {
  test.each([
    [['prompt'], ['Prompt']],
    [
      ['routes', 1, 'name'],
      ['Routes 2', 'Name'],
    ],
    [['tags', 0], ['Tags 1']],
    [
      ['headers', 'accept'],
      ['Headers', 'accept'],
    ],
    [
      ['place', 'city'],
      ['Place', 'City'],
    ],
    [
      ['model', 'baseUrl'],
      ['Model', 'Base URL'],
    ],
    [['extra', 'deep', 0], ['Extra']],
    [['unknown', 'key'], ['unknown']],
    [[], []],
  ])('%j', (path, titles) => {
    expect(titlesOnPath(fields, path)).toEqual(titles)
  })

  test('are those of the agent’s own settings too', () => {
    const agent = describeFields(agentConfigSchema)
    expect(titlesOnPath(agent, ['graphConfig', 'recursionLimit'])).toEqual(['Graph', 'Most rounds'])
    expect(titlesOnPath(agent, ['stateType', 'fields', 'question', 'default'])).toEqual([
      'State type',
      'Fields',
      'question',
      'Start value',
    ])
  })
})
