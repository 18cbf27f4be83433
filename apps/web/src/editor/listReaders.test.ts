import { type AgentConfig, createAgentConfig, type StateType } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createTestEditor } from './createTestEditor.ts'
import { listReaders } from './listReaders.ts'

const asking: StateType['fields'] = { question: { type: 'string', input: true }, note: { type: 'string', input: true } }

function agentOf(steps: AgentConfig['steps'], fields = asking): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields }), steps }
}

function readersOf(field: string, agent: AgentConfig): readonly string[] {
  const { editor } = createTestEditor(agent)
  return listReaders(editor, agent, editor.planner.plan(agent), field)
}

const llm = (id: string, config: AgentConfig['steps'][number]['config']) => ({ id, strategyType: 'llm', config })

test('the steps whose texts name a field wait for it, and no one for a field that nobody reads', () => {
  const agent = agentOf([llm('ask', { promptTemplate: 'Answer {question}' })])
  expect(readersOf('question', agent)).toEqual(['llm_step_0'])
  expect(readersOf('note', agent)).toEqual([])
})

test('what an earlier step writes, nobody waits for', () => {
  const write = { id: 'write', strategyType: 'set', config: { values: [{ field: 'question', value: 'Why?' }] } }
  expect(readersOf('question', agentOf([write, llm('ask', { promptTemplate: '{question}' })]))).toEqual([])
})

test('the conversation is waited for by a model step without a prompt of its own', () => {
  expect(readersOf('messages', agentOf([llm('chat', { systemPrompt: 'Be kind.' })], {}))).toEqual(['llm_step_0'])
  expect(readersOf('messages', agentOf([llm('joke', { promptTemplate: 'Tell a joke' })], {}))).toEqual([])
})

test('where an earlier step begins the conversation, the next one goes on with it', () => {
  const agent = agentOf([llm('joke', { promptTemplate: 'Tell a joke' }), llm('more', {})], {})
  expect(readersOf('messages', agent)).toEqual([])
})

test('a step that no run comes to waits for nothing', () => {
  const agent = agentOf([llm('ask', { promptTemplate: 'Hello' }), llm('loose', { promptTemplate: '{question}' })])
  expect(readersOf('question', { ...agent, edges: [{ from: 'START', to: 'ask' }] })).toEqual([])
})
