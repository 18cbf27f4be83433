import { readdirSync, readFileSync } from 'node:fs'
import { type Schema, Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { describeSteps } from '../../test/describeSteps.ts'
import { planAgent } from '../director/planAgent.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { createAgentJsonSchema } from '../schema/createAgentJsonSchema.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'
import { serializeAgentConfig } from './serializeAgentConfig.ts'

const folder = new URL('../../../../examples/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.agent.json'))

/** Size of a card on the canvas, in canvas units. */
const card = { width: 260, height: 96 }

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const result = parseAgentConfig(text)
  if (!result.ok) throw result.error
  const { config, problems } = result

  test('is a file the studio would have written, without a remark', () => {
    expect(problems).toEqual([])
    expect(serializeAgentConfig(config)).toBe(text)
  })

  test('can run, and nothing about it is remarkable', () => {
    const plan = planAgent(config, createDefaultRegistry())
    expect(plan.problems).toEqual([])
    expect(plan.ok).toBe(true)
  })

  test('needs no key and no server', () => {
    const providers = [config.llmConfig, ...config.steps.map((step) => step.config.llmConfig)]
    expect(providers.filter((llmConfig) => llmConfig !== null && llmConfig !== undefined)).toEqual([])
  })

  test('satisfies the published schema', () => {
    // The package types a schema more narrowly than JSON Schema is.
    const schema = createAgentJsonSchema(describeSteps()) as Schema
    expect(new Validator(schema, '7').validate(JSON.parse(text)).errors).toEqual([])
  })

  test('says what it is for, asks in words, and can be started as it stands', () => {
    expect(config.name).toMatch(/\w/)
    expect(config.description).toMatch(/\.$/)
    const inputs = Object.values(config.stateType.fields).filter((field) => field.input === true)
    expect(inputs).not.toHaveLength(0)
    for (const input of inputs) {
      expect(input.description).toMatch(/\w/)
      expect(input.default).toBeDefined()
    }
  })

  test('shows every step in its place, without overlap', () => {
    const positions = config.steps.map(({ id }) => config.layout[id])
    for (const [index, position] of positions.entries()) {
      const others = positions.slice(index + 1)
      const overlapping = others.filter((other) => {
        if (position === undefined || other === undefined) return true
        const apart = [Math.abs(position[0] - other[0]), Math.abs(position[1] - other[1])] as const
        return apart[0] < card.width && apart[1] < card.height
      })
      expect(position).toBeDefined()
      expect(overlapping).toEqual([])
    }
  })
})
