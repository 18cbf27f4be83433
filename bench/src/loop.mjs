// A loop of 1,000 messages with full history: how much the checkpoints hold.
import { MemorySaver } from '@langchain/langgraph'
import { parseAgentConfig } from '@petal/core'
import { AgentBuilderDirector } from '@petal/core/runtime'
import { row } from './measure.mjs'

const turns = 1000

export async function loopRows(registry) {
  const saver = new MemorySaver()
  const result = parseAgentConfig(loopConfig())
  if (!result.ok) throw result.error
  const say = (state) => ({
    messages: [{ role: 'assistant', content: `Turn ${state.turn}: ${'x'.repeat(180)}` }],
    turn: state.turn + 1,
  })
  const agent = await new AgentBuilderDirector(result.config, registry, {
    checkpointer: saver,
    code: { say: { stepFunction: say } },
  }).build()
  const state = await agent.run({ turn: 0 }, { threadId: 'loop' })
  if (state.messages.length !== turns) throw new Error(`the loop made ${state.messages.length} messages`)
  const bytes = sizeOf(saver.storage) + sizeOf(saver.writes)
  const megabytes = bytes / 1e6
  return [
    row({
      what: 'checkpoints of a loop of 1,000 messages',
      budget: '≤ 5 MB',
      ours: megabytes,
      unit: 'MB',
      met: megabytes <= 5,
    }),
  ]
}

function loopConfig() {
  return {
    version: 1,
    name: 'Loop',
    stateType: { name: 'LoopState', fields: { turn: { type: 'number', default: 0 }, messages: { type: 'messages' } } },
    graphConfig: { recursionLimit: turns * 3 },
    steps: [
      { id: 'say', strategyType: 'custom', config: {} },
      { id: 'more', strategyType: 'condition', config: { branches: [{ name: 'again', when: `turn < ${turns}` }] } },
    ],
    edges: [
      { from: 'START', to: 'say' },
      { from: 'say', to: 'more' },
      { from: 'more', exit: 'again', to: 'say' },
      { from: 'more', exit: 'else', to: 'END' },
    ],
  }
}

/** Bytes held in nested records of byte arrays and strings. */
function sizeOf(value) {
  if (value instanceof Uint8Array) return value.byteLength
  if (typeof value === 'string') return value.length
  if (value === null || typeof value !== 'object') return 8
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 0)
}
