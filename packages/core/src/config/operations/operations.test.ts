import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig, arbitraryEdge, arbitraryStepId } from '../../../test/arbitraryAgentConfig.ts'
import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { createAgentConfig } from '../createAgentConfig.ts'
import { createStepId } from '../createStepId.ts'
import { isStepId } from '../isStepId.ts'
import { END, listEdges, START } from '../listEdges.ts'
import { parseAgentConfig } from '../parseAgentConfig.ts'
import { serializeAgentConfig } from '../serializeAgentConfig.ts'
import { addStep } from './addStep.ts'
import { connectSteps } from './connectSteps.ts'
import { disconnectSteps } from './disconnectSteps.ts'
import { moveStep, moveSteps } from './moveSteps.ts'
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

/** An agent of unconnected steps; with edges when they are given as `a > b`, `a:exit > b`. */
function agent(ids: readonly string[], edges?: readonly string[]): AgentConfig {
  const steps = ids.map((id) => ({ id, strategyType: 'llm', config: {} }))
  return { ...createAgentConfig(), steps, ...(edges === undefined ? {} : { edges: edges.map(edge) }) }
}

function edge(text: string): EdgeConfig {
  const [source = '', to = ''] = text.split(' > ')
  const [from = '', exit] = source.split(':')
  return exit === undefined ? { from, to } : { from, exit, to }
}

function edgesOf(config: AgentConfig): string[] {
  return listEdges(config).map(({ from, exit, to }) => `${exit === undefined ? from : `${from}:${exit}`} > ${to}`)
}

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

describe('addStep', () => {
  test('gives a readable id from the name, else the type', () => {
    const one = addStep(agent([]), { strategyType: 'llm' })
    const two = addStep(one, { strategyType: 'llm' })
    const three = addStep(two, { strategyType: 'llm', nodeName: 'Draft it!', config: { a: 1 } })
    expect(three.steps).toEqual([
      { id: 'llm', strategyType: 'llm', config: {} },
      { id: 'llm-2', strategyType: 'llm', config: {} },
      { id: 'draft-it', strategyType: 'llm', nodeName: 'Draft it!', config: { a: 1 } },
    ])
  })

  test('joins the chain of an agent without edges at its place', () => {
    const config = addStep(agent(['a', 'b']), { id: 'new', strategyType: 'llm' }, { index: 1 })
    expect(edgesOf(config)).toEqual(['START > a', 'a > new', 'new > b', 'b > END'])
  })

  test('stands alone in an agent with edges', () => {
    const config = addStep(agent(['a'], ['START > a']), { id: 'new', strategyType: 'llm' })
    expect(edgesOf(config)).toEqual(['START > a'])
  })

  test('places the card on whole pixels', () => {
    const config = addStep(agent([]), { id: 'a', strategyType: 'llm' }, { position: [1.6, -0.2] })
    expect(config.layout).toStrictEqual({ a: [2, 0] })
  })

  test('refuses an id that is taken', () => {
    expect(() => addStep(agent(['a']), { id: 'a', strategyType: 'llm' })).toThrow(
      expect.objectContaining({ code: 'graph.duplicateId' }),
    )
  })
})

test('createStepId gives a free and valid id for any wish', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(arbitraryStepId), (wish, ids) => {
      const first = createStepId(agent(ids), wish)
      const second = createStepId(agent([...ids, first]), wish)
      expect([first, second].every(isStepId)).toBe(true)
      expect(new Set([...ids, first, second]).size).toBe(new Set(ids).size + 2)
    }),
  )
})

describe('createStepId', () => {
  test.each([
    ['draft-2', ['draft-2'], 'draft-3'],
    ['draft', ['draft', 'draft-2'], 'draft-3'],
    ['a'.repeat(80), ['a'.repeat(64)], `${'a'.repeat(56)}-2`],
    ['constructor', [], 'step'],
  ])('for %s beside %j is %s', (wish, taken, id) => {
    expect(createStepId(agent(taken), wish)).toBe(id)
  })
})

describe('updateStep', () => {
  test('keeps the identity of all other steps', () => {
    const before = agent(['a', 'b', 'c'])
    const after = updateStep(before, 'b', { config: { x: 1 } })
    expect(after.steps[0]).toBe(before.steps[0])
    expect(after.steps[2]).toBe(before.steps[2])
    expect(after.steps[1]).toEqual({ id: 'b', strategyType: 'llm', config: { x: 1 } })
  })

  test('takes a name away with undefined', () => {
    const named = updateStep(agent(['a']), 'a', { nodeName: 'N' })
    expect(updateStep(named, 'a', { nodeName: undefined }).steps).toStrictEqual(agent(['a']).steps)
  })

  test('gives the same agent back when nothing changes', () => {
    const before = agent(['a'])
    expect(updateStep(before, 'a', {})).toBe(before)
    expect(updateStep(before, 'a', { strategyType: 'llm', nodeName: undefined })).toBe(before)
    expect(updateStep(before, 'gone', { nodeName: 'x' })).toBe(before)
  })
})

describe('a step that no file could hold is refused', () => {
  const refusal = (path: string) => expect.objectContaining({ code: 'build.argument', path })

  test('when it is added', () => {
    expect(() => addStep(agent([]), { strategyType: ' ' })).toThrow(refusal('step.strategyType'))
    expect(() => addStep(agent([]), { id: 'A', strategyType: 'llm' })).toThrow(refusal('A.id'))
    expect(() => addStep(agent([]), { strategyType: 'llm', config: { n: Number.NaN } })).toThrow('NaN')
  })

  test('when it is changed, and the agent stays as it was', () => {
    const before = agent(['a'])
    expect(() => updateStep(before, 'a', { timeout: 0 })).toThrow(refusal('a.timeout'))
    expect(() => updateStep(before, 'a', { strategyType: '' })).toThrow(refusal('a.strategyType'))
    expect(() => updateStep(before, 'a', { config: { n: Number.NaN } })).toThrow(refusal('a.config'))
    expect(before).toEqual(agent(['a']))
  })

  test('settings keep their identity', () => {
    const config = { x: 1 }
    expect(updateStep(agent(['a']), 'a', { config }).steps[0]?.config).toBe(config)
  })
})

describe('removeStep', () => {
  test('takes edges and position along', () => {
    const before = {
      ...agent(['a', 'b'], ['START > a', 'a:x > b', 'b > END', 'b > b']),
      layout: { a: [0, 0], b: [1, 1] },
    } as const
    const after = removeStep(before, 'b')
    expect(after.steps.map(({ id }) => id)).toEqual(['a'])
    expect(edgesOf(after)).toEqual(['START > a'])
    expect(after.layout).toEqual({ a: [0, 0] })
  })

  test('reconnects every way in with every way out, keeping the exits', () => {
    const edges = ['a:yes > m', 'b > m', 'm:done > c', 'm > d', 'm:again > m', 'b > d']
    const after = removeStep(agent(['a', 'b', 'm', 'c', 'd'], edges), 'm', { reconnect: true })
    expect(edgesOf(after)).toEqual(['b > d', 'a:yes > c', 'a:yes > d', 'b > c'])
  })

  test('closes the chain of an agent without edges', () => {
    expect(edgesOf(removeStep(agent(['a', 'b', 'c']), 'b'))).toEqual(['START > a', 'a > c', 'c > END'])
  })

  test('gives the same agent back when there is no such step', () => {
    const before = agent(['a'])
    expect(removeStep(before, 'b')).toBe(before)
  })
})

describe('edges', () => {
  test('an agent of no steps has none', () => {
    expect(listEdges(agent([]))).toEqual([])
    expect(listEdges(agent(['a'], []))).toEqual([])
  })

  test('the implied chain is the same list each time', () => {
    const config = agent(['a', 'b'])
    expect(listEdges(config)).toBe(listEdges({ ...config }))
  })

  test('the first change writes the implied ones out', () => {
    const chain = agent(['a', 'b'])
    expect(edgesOf(connectSteps(chain, { from: 'b', to: 'a' }))).toEqual([
      `${START} > a`,
      'a > b',
      `b > ${END}`,
      'b > a',
    ])
    expect(edgesOf(disconnectSteps(chain, { from: 'a', to: 'b' }))).toEqual(['START > a', 'b > END'])
  })

  test('what is there already, or is not, changes nothing', () => {
    const chain = agent(['a', 'b'])
    expect(connectSteps(chain, { from: 'a', to: 'b' })).toBe(chain)
    expect(disconnectSteps(chain, { from: 'a', exit: 'x', to: 'b' })).toBe(chain)
  })

  test('disconnecting undoes connecting', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, arbitraryEdge, (config, added) => {
        const connected = connectSteps(config, added)
        fc.pre(connected !== config)
        expect(listEdges(disconnectSteps(connected, added))).toEqual(listEdges(config))
      }),
    )
  })
})

describe('moveSteps', () => {
  const placed = moveSteps(agent(['a', 'b']), { a: [0, 0], b: [5, 5] })

  test('places many at once, on whole pixels, and passes over what is no step', () => {
    const moved = moveSteps(placed, { b: [7.5, Number.NaN], gone: [1, 1] })
    expect(moved.layout).toStrictEqual({ a: [0, 0], b: [8, 0] })
    expect(moved.steps).toBe(placed.steps)
  })

  test('gives the same agent back when nothing moves', () => {
    expect(moveSteps(placed, { a: [0.2, 0] })).toBe(placed)
    expect(moveSteps(placed, { gone: [1, 1] })).toBe(placed)
    expect(moveSteps(placed, {})).toBe(placed)
  })
})

describe('settings of the agent', () => {
  test('get their defaults', () => {
    const config = setMemory(setLLM(agent([]), { provider: 'openai', model: 'm' }), { memoryType: 'summary' })
    expect(config.llmConfig).toEqual({ provider: 'openai', model: 'm', temperature: 0, maxTokens: 1000 })
    expect(config.memory).toEqual({ memoryType: 'summary', maxTokens: 500, enabled: true })
    expect(setMemory(config, null).memory).toBeNull()
    expect(setLLM(config, null).llmConfig).toBeNull()
    expect(setCheckpointer(config, {}).checkpointer).toEqual({ type: 'memory', config: null, enabled: true })
    expect(setCheckpointer(config, null).checkpointer).toBeNull()
    expect(setGraph(config, { maxRetries: 0 }).graphConfig).toMatchObject({ maxRetries: 0, recursionLimit: 25 })
    expect(setLogging(config, { level: 'ERROR' }).loggingConfig).toEqual({
      enabled: true,
      level: 'ERROR',
      includeState: false,
    })
  })

  test('that no file could hold are refused, with the place', () => {
    expect(() => setLLM(agent([]), { provider: 'openai', model: 'm', temperature: 3 })).toThrow(
      expect.objectContaining({
        code: 'build.argument',
        path: 'llmConfig.temperature',
        message: 'llmConfig.temperature: Input should be less than or equal to 2',
      }),
    )
    expect(() => setStateType(agent([]), { name: 'S', fields: { 'a-b': { type: 'string' } } })).toThrow(
      expect.objectContaining({ code: 'build.argument' }),
    )
  })

  test('values that are undefined are as good as left out', () => {
    const llmConfig: Parameters<typeof setLLM>[1] = JSON.parse('{"provider":"openai","model":"m"}')
    expect(setLLM(agent([]), { ...llmConfig, maxTokens: undefined } as typeof llmConfig).llmConfig).toMatchObject({
      maxTokens: 1000,
    })
  })

  test('name and description change only when they do', () => {
    const named = setDescription(setName(agent([]), 'N'), 'D')
    expect(setName(named, 'N')).toBe(named)
    expect(setDescription(named, 'D')).toBe(named)
    expect(setDescription(named, '')).not.toHaveProperty('description')
    expect(setName(named, null).name).toBeNull()
  })
})

describe('fields of the state', () => {
  test('are added, replaced in their place, and removed', () => {
    const two = setField(setField(agent([]), 'a', { type: 'string' }), 'b', { type: 'any' })
    const changed = setField(two, 'a', { type: 'number', reducer: 'add' })
    expect(Object.entries(changed.stateType.fields)).toEqual([
      ['a', { type: 'number', reducer: 'add' }],
      ['b', { type: 'any' }],
    ])
    expect(removeField(changed, 'a').stateType.fields).toEqual({ b: { type: 'any' } })
    expect(removeField(changed, 'toString')).toBe(changed)
  })

  test('with a name no field may have are refused', () => {
    expect(() => setField(agent([]), 'constructor', { type: 'string' })).toThrow(
      expect.objectContaining({ code: 'state.name', path: 'stateType.fields.constructor' }),
    )
  })
})
