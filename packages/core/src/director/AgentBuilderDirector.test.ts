import { expect, test } from 'vitest'
import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { StepStrategy } from '../step/StepStrategy.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'

const registry = createDefaultRegistry()
const set = (id: string): StepConfig => ({
  id,
  strategyType: 'set',
  config: { values: [{ field: 'count', kind: 'expression', value: 'count + 1' }] },
})

function agentOf(steps: readonly StepConfig[], rest: Partial<AgentConfig> = {}): AgentConfig {
  const stateType = { name: 'S', fields: { count: { type: 'number', default: 0 } } } as const
  return { ...createAgentConfig(stateType), steps, ...rest }
}

const build = (config: AgentConfig) => new AgentBuilderDirector(config, registry).build()

test('a configuration and a registry are needed', () => {
  // As code without types may call it.
  expect(() => new AgentBuilderDirector(null as never, registry)).toThrow('config cannot be null')
  expect(() => new AgentBuilderDirector(agentOf([]), undefined as never)).toThrow('registry cannot be null')
})

test('an agent without steps cannot be built', async () => {
  await expect(build(agentOf([]))).rejects.toMatchObject({
    code: 'graph.noSteps',
    message: 'Cannot build agent: no steps configured',
  })
})

test('a step of an unknown type is named with its place', async () => {
  const unknown = { ...set('b'), strategyType: 'teleport' }
  const error: unknown = await build(agentOf([set('a'), unknown])).catch((thrown: unknown) => thrown)
  if (!AgentError.isInstance(error)) throw error
  expect(error.message).toBe('Invalid step 1: Unknown step type: teleport')
  expect(error).toMatchObject({ code: 'graph.unknownStep', stepId: 'b' })
  expect(error.problems.map(({ code }) => code)).toContain('graph.unknownStep')
})

test('a checkpointer that lacks its settings is refused', async () => {
  const config = agentOf([set('a')], { checkpointer: { type: 'sqlite', config: null, enabled: true } })
  await expect(build(config)).rejects.toThrow('SQLite checkpointer requires configuration (db_file)')
})

test('building twice gives the same graph, and leaves the configuration as it was', async () => {
  const config = agentOf([set('a'), set('b')])
  const before = structuredClone(config)
  const director = new AgentBuilderDirector(config, registry)
  const [first, second] = [await director.build(), await director.build()]
  const drawing = async (agent: typeof first) => (await agent.graph.getGraphAsync()).toJSON()
  expect(await drawing(second)).toEqual(await drawing(first))
  expect(config).toEqual(before)
  expect(await second.run({})).toEqual({ count: 2 })
})

test('a built agent shows its graph and its state type', async () => {
  const agent = await build(agentOf([set('a')]))
  expect(agent.built).toBe(true)
  expect(agent.stateType.name).toBe('S')
  expect(Object.keys(agent.graph.nodes)).toEqual(['__start__', 'n_a'])
})

test('the graph runs by itself, too', async () => {
  const agent = await build(agentOf([set('a'), set('b')]))
  expect(await agent.graph.invoke({ count: 5 })).toEqual({ count: 7 })
})

test('a question in a graph that runs by itself needs a checkpointer', async () => {
  const own = createDefaultRegistry()
  const config = agentOf([{ id: 'a', strategyType: 'custom', config: {} }])
  const stepFunction = (_: unknown, { ask }: { ask(question: string): unknown }) => ({ count: ask('how many?') })
  const agent = await new AgentBuilderDirector(config, own, { code: { a: { stepFunction } } }).build()
  await expect(agent.graph.invoke({})).rejects.toMatchObject({ code: 'run.noThread', stepId: 'a' })
})

test('what a strategy throws at build time ends the build', async () => {
  class Refusing extends StepStrategy {
    createStep(): never {
      throw new AgentError('step.config', 'Not like this.')
    }
    getNodeName(index: number): string {
      return `refusing_step_${index}`
    }
  }
  const own = createDefaultRegistry()
  own.register('refusing', Refusing)
  const config = agentOf([{ id: 'r', strategyType: 'refusing', config: {} }])
  await expect(new AgentBuilderDirector(config, own).build()).rejects.toThrow('Not like this.')
})

test('step ids that equal fields, or words of the engine, do no harm', async () => {
  const stateType = {
    name: 'S',
    fields: { count: { type: 'number', default: 0 }, n_count: { type: 'number' } },
  } as const
  const ids = ['count', 'constructor', '__start__', 'n_count', 'tostring']
  const agent = await build(agentOf(ids.map(set), { stateType }))
  expect(await agent.run({})).toEqual({ count: 5 })
})
