import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSteps } from '../../test/describeSteps.ts'
import { createAgentJsonSchema } from './createAgentJsonSchema.ts'

test('the published file is up to date (else: pnpm --filter @petal/core schema)', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../../agent.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(createAgentJsonSchema(describeSteps()))
})
