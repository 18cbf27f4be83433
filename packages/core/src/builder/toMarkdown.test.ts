import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { PluginManager } from '../plugin/PluginManager.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { defineStep } from '../step/defineStep.ts'
import { toMarkdown } from './toMarkdown.ts'

const registry = createDefaultRegistry()
const agent = (parts: Partial<AgentConfig>): AgentConfig => ({ ...createAgentConfig(), ...parts })
const llm = (config: AgentConfig['steps'][number]['config'], nodeName = 'Answer') => ({
  id: 'answer',
  strategyType: 'llm',
  nodeName,
  config,
})

test('says what the agent is for, draws it, and tells each step, the state and the tools', () => {
  const config = agent({
    name: 'Helper',
    description: 'Answers *one* question.',
    stateType: {
      name: 'State',
      fields: {
        question: { type: 'string', input: true, description: 'What | is asked' },
        seen: { type: 'array', reducer: 'append' },
      },
    },
    steps: [
      llm({ promptTemplate: 'Answer: {question}', writes: 'seen' }),
      { id: 'count', strategyType: 'custom', nodeName: 'Count', config: { code: 'return { n: 1 }', writes: ['n'] } },
    ],
    tools: [
      { name: 'clock', kind: 'code', description: 'Tells the time.', parameters: {}, code: 'return 1' },
      { name: 'weather', kind: 'http', description: 'Asks.', parameters: {}, url: 'https://weather.example/now' },
    ],
    notes: [{ id: 'note-1', text: 'Ask\nfirst.' }],
  })
  const text = toMarkdown(config, registry)
  expect(text).toMatch(/^# Helper\n\nAnswers \\\*one\\\* question\.\n\n```mermaid\nflowchart TD\n/)
  expect(text).toContain('### 1. Answer')
  expect(text).toContain('to write **seen**')
  expect(text).toContain('```text\nAnswer: {question}\n```')
  expect(text).toContain('### 2. Count')
  expect(text).toContain('```js\nreturn { n: 1 }\n```')
  expect(text).toContain('| `question` | string | input | What \\| is asked |')
  expect(text).toContain('| `seen` | array | append |  |')
  expect(text).toContain('- `clock` (Code): Tells the time.')
  expect(text).toContain('- `weather` (HTTP request, weather.example): Asks.')
  expect(text).toContain('> Ask\n> first.')
  expect(text.endsWith('\n')).toBe(true)
})

test('agents within the file are told below, with their steps', () => {
  const inner = agent({ name: 'Writer', steps: [llm({ promptTemplate: 'Write.' }, 'Write')] })
  const text = toMarkdown(agent({ name: 'Desk', agents: { writer: inner } }), registry)
  expect(text).toContain('## Agent: Writer')
  expect(text).toContain('#### 1. Write')
})

test('a step that is disabled is told to be', () => {
  const step = { ...llm({ promptTemplate: 'Hi' }), disabled: true }
  expect(toMarkdown(agent({ steps: [step] }), registry)).toContain('disabled: passes the state through')
})

test('a step of an unknown type is named, and an agent of nothing is its title', () => {
  const dream = { id: 'dream', strategyType: 'dreamer', config: { depth: 3 } }
  expect(toMarkdown(agent({ steps: [dream] }), registry)).toContain('Unknown step type: `dreamer`')
  expect(toMarkdown(agent({}), registry)).toBe('# Untitled agent\n')
})

test('a plugin whose sentence or schema fails does not keep the document from being written', () => {
  const known = createDefaultRegistry()
  new PluginManager(known).register(
    defineStep({
      name: 'moody',
      version: 1,
      title: 'Moody',
      description: 'Fails to say what it does.',
      category: 'other',
      icon: 'puzzle',
      schema: z.object({ prompt: z.string().transform((text) => text.length) }),
      texts: () => [{ path: 'config.prompt', text: 'Be kind.', language: 'template' }],
      summarize: () => {
        throw new Error('not today')
      },
      run: () => undefined,
    }),
  )
  const step = { id: 'a', strategyType: 'moody', nodeName: 'A', config: { prompt: 'x' } }
  const text = toMarkdown(agent({ steps: [step] }), known)
  expect(text).toContain('*Moody* · Fails to say what it does.')
  expect(text).toContain('Be kind.')
})

test('what looks like a key is in none of it', () => {
  const key = 'sk-proj-abcdefghijklmnop1234567890'
  const config = agent({
    name: key,
    description: `Uses ${key}`,
    steps: [llm({ systemPrompt: `-----BEGIN PRIVATE KEY-----\nabc`, promptTemplate: `Use ${key} for it` }, key)],
    notes: [{ text: key }],
  })
  const text = toMarkdown(config, registry)
  expect(text).not.toContain(key)
  expect(text).not.toContain('PRIVATE')
  expect(text).toContain('Use [hidden] for it')
})

test('whatever a prompt says, it stays within its block', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', '\n', '#', ' ', 'a') }), (prompt) => {
      const lines = toMarkdown(agent({ steps: [llm({ promptTemplate: prompt })] }), registry).split('\n')
      const open = lines.findIndex((line) => /^`{3,}text$/.test(line))
      if (prompt.trim() === '') {
        expect(open).toBe(-1)
        return
      }
      const fence = (lines[open] ?? '').replace('text', '')
      const close = lines.findIndex((line, index) => index > open && line.startsWith(fence))
      expect(lines.slice(open + 1, close).join('\n')).toBe(prompt.replace(/\n+$/, ''))
    }),
  )
})

test('whatever the names, headings stay one line each', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (nodeName) => {
      const text = toMarkdown(agent({ steps: [llm({}, nodeName)] }), registry)
      expect(text.split('\n').filter((line) => line.startsWith('### 1. '))).toHaveLength(1)
    }),
  )
})
