import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig, arbitraryEdge, arbitraryStepId } from '../../../test/arbitraryAgentConfig.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { listEdges } from '../listEdges.ts'
import { parseAgentConfig } from '../parseAgentConfig.ts'
import { serializeAgentConfig } from '../serializeAgentConfig.ts'
import { addStep } from './addStep.ts'
import { connectSteps } from './connectSteps.ts'
import { disconnectSteps } from './disconnectSteps.ts'
import { moveStep } from './moveSteps.ts'
import { removeField } from './removeField.ts'
import { removeStep } from './removeStep.ts'
import { setCheckpointer } from './setCheckpointer.ts'
import { setDescription } from './setDescription.ts'
import { setField } from './setField.ts'
import { setGraph } from './setGraph.ts'
import { setLLM } from './setLLM.ts'
import { setLogging } from './setLogging.ts'
import { setMemory } from './setMemory.ts'
import { setName } from './setName.ts'
import { setStateType } from './setStateType.ts'
import { updateStep } from './updateStep.ts'

describe('what any operations in any order leave', () => {
  type Change = (config: AgentConfig) => AgentConfig
  const idOf = (config: AgentConfig, index: number) =>
    config.steps[index % Math.max(1, config.steps.length)]?.id ?? 'none'
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(fc.string(), fc.nat()).map(
      ([strategyType, index]): Change =>
        (config) => {
          return addStep(config, { strategyType: `${strategyType}x`.trim() }, { index, position: [index / 3, -index] })
        },
    ),
    fc.tuple(fc.nat(), fc.string()).map(
      ([index, nodeName]): Change =>
        (config) => {
          return updateStep(config, idOf(config, index), { nodeName, timeout: index + 1, config: { nodeName } })
        },
    ),
    fc.tuple(fc.nat(), fc.boolean()).map(
      ([index, reconnect]): Change =>
        (config) => {
          return removeStep(config, idOf(config, index), { reconnect })
        },
    ),
    arbitraryEdge.map(
      (added): Change =>
        (config) =>
          connectSteps(config, added),
    ),
    fc.nat().map(
      (index): Change =>
        (config) => {
          const removed = listEdges(config)[index % Math.max(1, listEdges(config).length)]
          return removed === undefined ? config : disconnectSteps(config, removed)
        },
    ),
    fc.tuple(fc.nat(), fc.double(), fc.double()).map(
      ([index, x, y]): Change =>
        (config) => {
          return moveStep(config, idOf(config, index), [x, y])
        },
    ),
    arbitraryStepId.map(
      (id): Change =>
        (config) =>
          updateStep(config, id, { nodeName: undefined }),
    ),
    fc.constantFrom<Change>(
      (config) => setMemory(config, { memoryType: 'buffer' }),
      (config) => setMemory(config, null),
      (config) => setLLM(config, { provider: 'openai', model: 'm' }),
      (config) => setLLM(config, null),
      (config) => setGraph(config, { recursionLimit: 5 }),
      (config) => setLogging(config, { level: 'DEBUG' }),
      (config) => setCheckpointer(config, { config: { db_file: 'x' } }),
      (config) => setField(config, 'a', { type: 'array', default: [] }),
      (config) => removeField(config, 'a'),
      (config) => setName(config, 'N'),
      (config) => setDescription(config, 'D'),
      (config) => setDescription(config, ''),
      (config) => setStateType(config, { name: 'T', fields: { b: { type: 'any' } } }),
    ),
  )

  test('can be saved and opened again as it is', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, fc.array(change, { maxLength: 12 }), (start, changes) => {
        const result = changes.reduce((config, apply) => apply(config), start)
        const text = serializeAgentConfig(result)
        const reopened = parseAgentConfig(text)
        if (!reopened.ok) throw reopened.error
        expect(reopened.config).toEqual(result)
        expect(serializeAgentConfig(reopened.config)).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  test('shares what it did not touch, and never changes what it was given', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, change, (start, apply) => {
        const before = structuredClone(start)
        const after = apply(start)
        expect(start).toEqual(before)
        const changed = after.steps.filter((step) => !start.steps.includes(step))
        expect(changed.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
