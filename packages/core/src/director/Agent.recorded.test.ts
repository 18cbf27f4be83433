import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { placeOf } from '../events/placeOf.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { Json } from '../json/Json.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit } from '../step/StepResult.ts'
import { createScriptedModel } from '../testing/createScriptedModel.ts'

/** An agent that twice calls another one for two items at once; the other one asks a model. */
function callingAgent(answers: readonly string[], items: readonly string[] = ['one', 'two']) {
  const model = createScriptedModel(answers)
  const ask: StepFunction = async (_, { models, signal }) => {
    const { message } = await (await models.get()).chat({ messages: [{ role: 'user', content: 'Say it.' }], signal })
    return { word: message.content }
  }
  const call: StepFunction = async (_, { runAgent }) => {
    const results = await Promise.all(items.map((key) => runAgent('inner', {}, key)))
    return { log: results.map((result) => result.word ?? null) }
  }
  const again: StepFunction = ({ log }) => exit((log as Json[]).length > 2 ? 'on' : 'again', {})
  const inner = createAgentConfig({ name: 'Inner', fields: { word: { type: 'string' } } })
  const agent = testAgent({
    fields: { log: { type: 'array', reducer: 'append' } },
    steps: { call, again: { run: again, exits: ['again', 'on'] } },
    edges: ['START -> call', 'call -> again', 'again.again -> call', 'again.on -> END'],
    config: { agents: { inner: { ...inner, steps: [{ id: 'say', strategyType: 'ask', config: {} }] } } },
    more: { ask },
    services: { models: async () => model },
  })
  return { agent, model }
}

/** What the executions gave that asked a model. */
function record(events: readonly RunEvent[]) {
  const { executions = [] } = events.reduce<RunState | undefined>(reduceRun, undefined) ?? {}
  const asked = executions.filter(({ calls }) => calls.length > 0)
  return Object.fromEntries(
    asked.map((execution) => [placeOf(execution, { executions }), { update: execution.update ?? {} }]),
  )
}

test('a run takes what another one recorded, in each turn and for each item of a called agent, and asks no model', async () => {
  const first = callingAgent(['a', 'b', 'c', 'd'])
  const told = await collect(await first.agent, {})
  const recorded = record(told)
  expect(Object.keys(recorded)).toEqual([
    'call#1/one:say#1',
    'call#1/two:say#1',
    'call#2/one:say#1',
    'call#2/two:say#1',
  ])
  const second = callingAgent([])
  const again = await collect(await second.agent, {}, { recorded })
  expect(again.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['a', 'b', 'c', 'd'] } })
  expect(pick(again, 'step-end').filter(({ fixed }) => fixed).length).toBe(4)
  expect(second.model.requests).toEqual([])
})

test('a step that the other run has no answer for fails plainly, and asks no model', async () => {
  const recorded = record(await collect(await callingAgent(['a', 'b', 'c', 'd']).agent, {}))
  const { agent, model } = callingAgent(['x', 'y'], ['one', 'two', 'three'])
  const events = await collect(await agent, {}, { recorded })
  expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'run.unrecorded', stepId: 'call' } })
  expect(pick(events, 'step-error').find(({ path }) => path.length > 0)).toMatchObject({
    ...{ stepId: 'say', key: 'three', problem: { code: 'run.unrecorded' } },
  })
  expect(model.requests).toEqual([])
})
