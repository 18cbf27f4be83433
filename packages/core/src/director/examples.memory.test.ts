import { expect, test } from 'vitest'
import notebook from '../../../../examples/notebook-recall.agent.json?raw'
import planner from '../../../../examples/trip-planner-summary.agent.json?raw'
import { collect, pick } from '../../test/testAgent.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'

async function build(text: string) {
  const parsed = parseAgentConfig(text)
  if (!parsed.ok) throw parsed.error
  return new AgentBuilderDirector(parsed.config, createDefaultRegistry()).build()
}

test('the trip planner tells the older turns in a summary, once', async () => {
  const agent = await build(planner)
  const first = pick(await collect(agent, {}, { threadId: 't' }), 'model-start')
  expect(first.map(({ purpose }) => purpose)).toEqual(['memory', undefined])
  const sent = first[1]?.messages.map(({ content }) => content) ?? []
  expect(sent[1]).toMatch(/^Summary of the conversation so far:\n.*Mia and Tom/)
  expect(sent.slice(2)).not.toContain('In Porto, please. The whole trip may cost 1,800 euros, flights included.')
  expect(sent).toContain('By the river, somewhere quiet. We go to bed early.')
  const second = pick(await collect(agent, { message: 'And the fado?' }, { threadId: 't' }), 'model-start')
  expect(second.at(-1)?.messages[1]?.content).toMatch(/^Summary of the conversation so far:/)
})

test('the notebook finds the older note that has to do with the question', async () => {
  const [asked] = pick(await collect(await build(notebook), {}), 'model-start')
  const sent = asked?.messages.map(({ content }) => content).join('\n')
  expect(sent).toContain('Mr. Amsel. His rye bread')
  expect(sent).toContain('The tomatoes want water')
  expect(sent).not.toContain('bicycle')
})
