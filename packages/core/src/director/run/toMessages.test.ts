import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { expect, test } from 'vitest'
import { toMessages } from './toMessages.ts'

let count = 0
const createId = () => {
  count += 1
  return `id-${count}`
}

const of = (value: unknown) => toMessages(value, 'messages', createId)

test('LangChain messages become plain ones', () => {
  const call = { id: 'c1', name: 'add', args: { a: 1 }, type: 'tool_call' } as const
  const list = [
    new SystemMessage('rules'),
    new HumanMessage({
      content: [
        { type: 'text', text: 'two ' },
        { type: 'text', text: 'parts' },
      ],
      name: 'Ada',
    }),
    new AIMessage({ content: '', tool_calls: [call], id: 'a1' }),
    new ToolMessage({ content: '2', tool_call_id: 'c1', name: 'add' }),
  ]
  expect(of(list)).toEqual([
    { id: expect.any(String), role: 'system', content: 'rules' },
    { id: expect.any(String), role: 'user', content: 'two parts', name: 'Ada' },
    { id: 'a1', role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'add', args: { a: 1 } }] },
    { id: expect.any(String), role: 'tool', content: '2', toolCallId: 'c1', name: 'add' },
  ])
})

test('messages of the OpenAI protocol become plain ones', () => {
  const raw = {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c1', type: 'function', function: { name: 'add', arguments: '{"a":1}' } }],
  }
  expect(of(raw)[0]?.toolCalls).toEqual([{ id: 'c1', name: 'add', args: { a: 1 } }])
  expect(of({ role: 'developer', content: 'rules' })[0]?.role).toBe('system')
})

test('what has no id gets one, messages and calls alike', () => {
  const [message] = of({ role: 'assistant', content: '', id: '', toolCalls: [{ name: 'now' }] })
  expect(message?.id).toMatch(/^id-/)
  expect(message?.toolCalls).toEqual([{ id: expect.stringMatching(/^id-/), name: 'now', args: {} }])
})

test.each<[string, unknown]>([
  ['a number', 7],
  ['nothing', null],
  ['no role', { content: 'x' }],
  ['a role every object has', { role: 'constructor', content: 'x' }],
  ['a role that is no text', { role: 1, content: 'x' }],
  ['a list in a list', [[1, 2]]],
  ['content that is neither text nor blocks', { role: 'user', content: 5 }],
  ['a call without a name', { role: 'assistant', content: '', toolCalls: [{ id: '1' }] }],
  ['a call that is no object', { role: 'assistant', content: '', toolCalls: ['add'] }],
  ['arguments that are no object', { role: 'assistant', content: '', toolCalls: [{ name: 'a', args: [1] }] }],
  [
    'arguments that are no JSON',
    { role: 'assistant', content: '', tool_calls: [{ function: { name: 'a', arguments: '{' } }] },
  ],
])('%s is no message', (_, value) => {
  expect(() => of(value)).toThrow(/is not a message/)
})

test('blocks without text say nothing', () => {
  const blocks = ['plain ', { type: 'image_url', image_url: 'x' }, 3, { type: 'text', text: 'words' }]
  expect(of({ role: 'user', content: blocks })[0]?.content).toBe('plain words')
})
